"""Weak references compare and hash like their objects while these live."""

import gc
import weakref


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class K:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v

    def __hash__(self):
        return hash(self.v)


a, b = K(1), K(1)
ra, rb = weakref.ref(a), weakref.ref(b)
assert ra == rb
assert hash(ra) == hash(rb) == hash(1)
assert ra is not rb
assert len({ra, rb}) == 1
del b
for _ in range(3):
    gc.collect()
assert ra != rb
assert hash(rb) == hash(1)
assert rb() is None
assert ra() is a
late = weakref.ref(K(5))
for _ in range(3):
    gc.collect()
raises(TypeError, "weak object has gone away", hash, late)
raises(TypeError, "__new__ expected at least 1 argument, got 0", weakref.ref)
