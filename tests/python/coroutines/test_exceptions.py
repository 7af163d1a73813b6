"""Exceptions and closing in coroutines."""


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
        yield "paused"


log = []


async def worker():
    try:
        await Pause()
    except ValueError as e:
        log.append(str(e))
        return "recovered"
    finally:
        log.append("finally")


c = worker()
assert c.send(None) == "paused"
raises(StopIteration, "recovered", c.throw, ValueError("thrown"))
assert log == ["thrown", "finally"]
c = worker()
c.send(None)
log.clear()
c.close()
assert log == ["finally"]
c.close()


async def stop():
    raise StopIteration(1)


raises(RuntimeError, "coroutine raised StopIteration", stop().send, None)
c = worker()
c.close()
raises(RuntimeError, "cannot reuse already awaited coroutine", c.send, None)


async def ignoring():
    try:
        await Pause()
    except GeneratorExit:
        await Pause()


c = ignoring()
c.send(None)
raises(RuntimeError, "coroutine ignored GeneratorExit", c.close)


async def twice(c):
    await c


shared = worker()
first = twice(shared)
first.send(None)
raises(RuntimeError, "coroutine is being awaited already", twice(shared).send, None)
first.close()
