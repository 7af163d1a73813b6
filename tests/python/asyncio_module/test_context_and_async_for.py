"""Context variables in tasks, async iteration and generators."""

import asyncio
from contextvars import ContextVar


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


v = ContextVar("v", default="outer")


async def child(value):
    v.set(value)
    await asyncio.sleep(0)
    return v.get()


async def ticker(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    finally:
        log.append("ticker closed")


log = []


async def main():
    assert await asyncio.gather(child(1), child(2)) == [1, 2]
    assert v.get() == "outer"
    assert await child("direct") == "direct"
    assert v.get() == "direct"
    assert [x async for x in ticker(3)] == [0, 1, 2]
    async for x in ticker(10):
        if x == 2:
            break
    out = []
    loop = asyncio.get_running_loop()
    loop.call_later(0.002, out.append, "later")
    loop.call_soon(out.append, "soon")
    await asyncio.sleep(0.02)
    assert out == ["soon", "later"]
    result = await asyncio.to_thread(lambda: sum(range(10)))
    assert result == 45
    first = next(iter(asyncio.as_completed([asyncio.sleep(0, "a")])))
    assert await first == "a"
    return [x async for x in ticker(1)]


assert asyncio.run(main()) == [0]
assert log.count("ticker closed") == 3
loop = asyncio.new_event_loop()
assert loop.run_until_complete(asyncio.sleep(0, "res")) == "res"
assert not loop.is_closed()
loop.close()
assert loop.is_closed()


async def nothing():
    pass


c = nothing()
raises(RuntimeError, "Event loop is closed", loop.run_until_complete, c)
c.close()
