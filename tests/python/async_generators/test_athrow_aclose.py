"""Throwing into and closing async generators."""


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
    try:
        while True:
            next(it)
    except StopIteration as e:
        return e.value


log = []


async def agen():
    try:
        yield 1
        yield 2
    except ValueError:
        log.append("ValueError")
        yield "handled"
    finally:
        log.append("finally")


g = agen()
assert run(g.__anext__()) == 1
assert run(g.athrow(ValueError)) == "handled"
assert run(g.aclose()) is None
assert log == ["ValueError", "finally"]
assert run(g.aclose()) is None
raises(StopAsyncIteration, "", run, g.__anext__())
fresh = agen()
assert run(fresh.aclose()) is None


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = ignores()
run(g.__anext__())
raises(RuntimeError, "async generator ignored GeneratorExit", run, g.aclose())


async def stops():
    yield 1
    raise StopAsyncIteration


g = stops()
run(g.__anext__())
raises(RuntimeError, "async generator raised StopAsyncIteration", run, g.__anext__())
step = agen().__anext__()
run(step)
raises(RuntimeError, "cannot reuse already awaited __anext__()/asend()", run, step)
