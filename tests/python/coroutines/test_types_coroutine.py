"""Generator-based coroutines by types.coroutine."""

import types


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


@types.coroutine
def pause(v):
    got = yield v
    return got


async def user():
    a = await pause("first")
    b = await pause("second")
    return a, b


c = user()
assert c.send(None) == "first"
assert c.send(1) == "second"
raises(StopIteration, "(1, 2)", c.send, 2)


def plain():
    yield


async def bad():
    await plain()


raises(TypeError, "object generator can't be used in 'await' expression", bad().send, None)
assert pause.__code__.co_flags & 0x100
assert user.__code__.co_flags & 0x80


async def delegate():
    return "value"


@types.coroutine
def bridge():
    return (yield from delegate())


async def main():
    return await bridge()


raises(StopIteration, "value", main().send, None)


def not_coroutine():
    yield from user_coroutine


user_coroutine = delegate()
raises(TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator", next, not_coroutine())
user_coroutine.close()
