"""Casting views to other formats and shapes."""

import array


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


m = memoryview(bytearray(8))
i = m.cast("i")
i[0] = -2
i[1] = 7
assert i.tolist() == [-2, 7]
assert i.itemsize == 4
assert i.format == "i"
assert i.shape == (2,)
assert m[:4].tobytes() == (-2).to_bytes(4, "little", signed=True)
d = memoryview(bytearray(8)).cast("d")
d[0] = 1.5
assert d.tolist() == [1.5]
assert d.cast("B").tobytes()[-2:] == b"\xf8\x3f"
g = memoryview(bytes(range(6))).cast("B", (2, 3))
assert g.shape == (2, 3)
assert g.ndim == 2
assert g.strides == (3, 1)
assert g[1, 2] == 5
assert g.tolist() == [[0, 1, 2], [3, 4, 5]]
assert len(g) == 2
a = memoryview(array.array("h", [1, -1, 300]))
assert a.tolist() == [1, -1, 300]
assert a.format == "h"
assert a.nbytes == 6
assert a == array.array("i", [1, -1, 300])
c = memoryview(b"ab").cast("c")
assert c[0] == b"a"
assert c.tolist() == [b"a", b"b"]
assert memoryview(b"\1\0").cast("?").tolist() == [True, False]
raises(TypeError, "memoryview: length is not a multiple of itemsize", memoryview(b"abc").cast, "i")
raises(ValueError, "memoryview: destination format must be a native single character format prefixed with an optional '@'", memoryview(b"abcd").cast, "<i")
raises(TypeError, "memoryview: cannot cast between two non-byte formats", i.cast, "h")
raises(TypeError, "memoryview: product(shape) * itemsize != buffer size", memoryview(b"abcd").cast, "B", (3,))
raises(NotImplementedError, "multi-dimensional sub-views are not implemented", lambda: g[0])
raises(ValueError, "memoryview: invalid value for format 'h'", a.__setitem__, 0, 40000)
