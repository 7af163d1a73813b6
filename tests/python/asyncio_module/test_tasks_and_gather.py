"""run, gather, create_task, sleep and results."""

import asyncio


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


log = []


async def work(name, n):
    for i in range(n):
        log.append("%s%d" % (name, i))
        await asyncio.sleep(0)
    return name * n


async def main():
    results = await asyncio.gather(work("a", 2), work("b", 3))
    task = asyncio.create_task(work("t", 1), name="named")
    assert not task.done()
    assert task.get_name() == "named"
    assert await task == "t"
    assert task.done()
    assert task.result() == "t"
    assert task.exception() is None
    return results


assert asyncio.run(main()) == ["aa", "bbb"]
assert log == ["a0", "b0", "a1", "b1", "b2", "t0"]


async def fails():
    await asyncio.sleep(0)
    raise ValueError("task failed")


async def errors():
    out = await asyncio.gather(fails(), work("x", 1), return_exceptions=True)
    assert type(out[0]) is ValueError
    assert out[1] == "x"
    try:
        await asyncio.gather(fails(), work("y", 1))
    except ValueError as e:
        return str(e)


assert asyncio.run(errors()) == "task failed"
raises(ValueError, "task failed", asyncio.run, fails())
raises(ValueError, "a coroutine was expected, got 5", asyncio.run, 5)


async def nested():
    asyncio.run(main())


async def check():
    c = main()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        c.close()
        return str(e)


assert asyncio.run(check()) == "asyncio.run() cannot be called from a running event loop"
