"""sys.set_asyncgen_hooks sees first iteration."""

import sys


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


async def agen():
    yield 1


started = []
old = sys.get_asyncgen_hooks()
assert old == (None, None)
sys.set_asyncgen_hooks(firstiter=started.append)
try:
    assert sys.get_asyncgen_hooks().firstiter == started.append
    g = agen()
    assert started == []
    step = g.__anext__()
    assert started == [g]
    try:
        step.send(None)
    except StopIteration as e:
        assert e.value == 1
    g.__anext__().close()
    assert started == [g]
finally:
    sys.set_asyncgen_hooks(*old)
raises(TypeError, "callable finalizer expected, got int",
       sys.set_asyncgen_hooks, finalizer=5)
