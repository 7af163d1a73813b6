"""inspect knows the state of a coroutine."""

import inspect


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Pause:
    def __await__(self):
        yield


async def f():
    x = 1
    await Pause()
    return x


c = f()
assert inspect.getcoroutinestate(c) == "CORO_CREATED"
assert inspect.iscoroutine(c)
assert inspect.iscoroutinefunction(f)
assert inspect.isawaitable(c)
assert c.cr_running is False
c.send(None)
assert inspect.getcoroutinestate(c) == "CORO_SUSPENDED"
assert inspect.getcoroutinelocals(c) == {"x": 1}
assert c.cr_frame.f_code is f.__code__
assert c.cr_origin is None
raises(StopIteration, "1", c.send, None)
assert inspect.getcoroutinestate(c) == "CORO_CLOSED"
assert c.cr_frame is None
assert c.cr_code is f.__code__
raises(AttributeError, "'coroutine' object has no attribute '__next__'", lambda: c.__next__)
