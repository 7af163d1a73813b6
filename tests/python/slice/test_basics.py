"""Slice objects and `indices`."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


s = slice(1, 10, 2)
assert (s.start, s.stop, s.step) == (1, 10, 2)
assert slice(5) == slice(None, 5, None)
assert slice(1, 2) != slice(1, 3)
assert repr(s) == "slice(1, 10, 2)"
assert s.indices(5) == (1, 5, 2)
assert slice(None).indices(3) == (0, 3, 1)
assert slice(None, None, -1).indices(3) == (2, -1, -1)
assert slice(-2, None).indices(5) == (3, 5, 1)
assert slice(-100, 100).indices(5) == (0, 5, 1)
assert slice(5, 1, -2).indices(10) == (5, 1, -2)
assert slice(0, 10 ** 40, 10 ** 30).indices(10 ** 35) == (0, 10 ** 35, 10 ** 30)
assert list(range(*slice(1, None, 2).indices(6))) == [1, 3, 5]
assert slice("a", "b").start == "a"
assert slice(1, 2) < slice(1, 3)
raises(TypeError, "unhashable type: 'slice'", hash, s)
raises(TypeError, "slice expected at least 1 argument, got 0", slice)
raises(ValueError, "slice step cannot be zero", slice(None, None, 0).indices, 5)
raises(ValueError, "length should not be negative", s.indices, -1)
raises(TypeError, "slice indices must be integers or None or have an __index__ method", slice("a").indices, 5)
raises(AttributeError, "readonly attribute", setattr, s, "start", 5)
raises(TypeError, "type 'slice' is not an acceptable base type", type, "S", (slice,), {})
data = list(range(10))
for a in (None, -12, -3, 0, 4, 15):
    for b in (None, -12, -3, 0, 4, 15):
        for c in (None, -3, -1, 1, 4):
            assert data[a:b:c] == [data[i] for i in range(*slice(a, b, c).indices(10))]
            assert "0123456789"[a:b:c] == "".join(map(str, data[a:b:c]))
            assert tuple(data)[a:b:c] == tuple(data[a:b:c])
