"""Coroutines run by send, and await other awaitables."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def run(coro):
    sent = []
    try:
        while True:
            sent.append(coro.send(None))
    except StopIteration as e:
        return e.value, sent


class Suspend:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        got = yield self.v
        return self.v * 2


async def inner(x):
    return await Suspend(x) + 1


async def outer():
    a = await inner(1)
    b = await inner(10)
    return a, b


assert run(outer()) == ((3, 21), [1, 10])
c = inner(1)
assert type(c).__name__ == "coroutine"
assert c.__name__ == "inner"
assert c.cr_await is None
assert repr(c).startswith("<coroutine object inner at 0x")
raises(TypeError, "'coroutine' object is not iterable", iter, c)
raises(TypeError, "can't send non-None value to a just-started coroutine", c.send, 1)
assert c.send(None) == 1
assert c.cr_await is not None
raises(StopIteration, "3", c.send, None)
raises(RuntimeError, "cannot reuse already awaited coroutine", c.send, None)


async def bad():
    await 5


raises(TypeError, "object int can't be used in 'await' expression", run, bad())


class NotIterator:
    def __await__(self):
        return [1]


async def bad2():
    await NotIterator()


raises(TypeError, "__await__() returned non-iterator of type 'list'", run, bad2())
