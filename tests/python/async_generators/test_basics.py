"""Async generators yield through __anext__."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def run(awaitable):
    it = awaitable.__await__()
    seen = []
    try:
        while True:
            seen.append(next(it))
    except StopIteration as e:
        return e.value, seen


class Pause:
    def __await__(self):
        yield "pause"


async def agen():
    yield 1
    await Pause()
    got = yield 2
    yield got


g = agen()
assert type(g).__name__ == "async_generator"
assert g.__aiter__() is g
assert agen.__code__.co_flags & 0x200
assert run(g.__anext__()) == (1, [])
assert run(g.__anext__()) == (2, ["pause"])
assert run(g.asend("sent")) == ("sent", [])
raises(StopAsyncIteration, "", run, g.__anext__())
raises(StopAsyncIteration, "", run, g.__anext__())
assert repr(agen()).startswith("<async_generator object agen at 0x")
raises(TypeError, "can't send non-None value to a just-started async generator", run, agen().asend(5))
raises(TypeError, "'async_generator' object is not iterable", iter, g)


async def collect():
    return [x async for x in agen()]


def drive(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


assert drive(collect()) == [1, 2, None]
