"""Views of bytes: shape, slices, equality."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


data = bytearray(b"abcdef")
m = memoryview(data)
assert len(m) == 6
assert m[0] == 97
assert m[-1] == 102
assert bytes(m[1:3]) == b"bc"
assert m[1:3].tobytes() == b"bc"
assert m.tolist() == [97, 98, 99, 100, 101, 102]
assert m.format == "B"
assert m.itemsize == 1
assert m.ndim == 1
assert m.shape == (6,)
assert m.strides == (1,)
assert m.nbytes == 6
assert not m.readonly
assert m.obj is data
assert m.contiguous
assert m.c_contiguous
assert m == data
assert m == b"abcdef"
assert m[::2].tobytes() == b"ace"
assert not m[::2].contiguous
assert m[::-1].tolist()[0] == 102
m[1:3] = b"XY"
m[0] = 122
assert data == b"zXYdef"
assert 122 in m
assert list(m) == list(data)
assert memoryview(b"ab").readonly
assert m.hex() == "7a5859646566"
assert m.toreadonly().readonly
assert hash(memoryview(b"ab")) == hash(b"ab")
raises(TypeError, "cannot modify read-only memory", lambda: memoryview(b"ab").__setitem__(0, 1))
raises(ValueError, "cannot hash writable memoryview object", hash, m)
raises(IndexError, "index out of bounds on dimension 1", lambda: m[6])
raises(TypeError, "memoryview: invalid slice key", lambda: m["a"])
raises(ValueError, "memoryview assignment: lvalue and rvalue have different structures", lambda: m.__setitem__(slice(0, 2), b"abc"))
raises(ValueError, "memoryview: invalid value for format 'B'", lambda: m.__setitem__(0, 256))
raises(TypeError, "memoryview: invalid type for format 'B'", lambda: m.__setitem__(0, "a"))
raises(TypeError, "memoryview: a bytes-like object is required, not 'str'", memoryview, "abc")
raises(TypeError, "cannot delete memory", lambda: m.__delitem__(0))
raises(TypeError, "'<' not supported between instances of 'memoryview' and 'memoryview'", lambda: m < m)
