"""Typed arrays."""

from array import array


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


a = array("i", [1, 2, 3])
a.append(4)
a.extend([5])
a += array("i", [6])
assert list(a) == [1, 2, 3, 4, 5, 6]
assert a[0] == 1
assert a[-1] == 6
assert a[1:3] == array("i", [2, 3])
assert len(a) == 6
assert a.typecode == "i"
assert a.itemsize == 4
assert repr(a) == "array('i', [1, 2, 3, 4, 5, 6])"
assert repr(array("d")) == "array('d')"
assert a.pop() == 6
assert a.index(3) == 2
assert a.count(1) == 1
assert 4 in a
assert a.tolist() == [1, 2, 3, 4, 5]
assert a.tobytes()[:4] == b"\1\0\0\0"
a.insert(0, 9)
a.remove(2)
a.reverse()
del a[0]
a[0] = -1
assert a.tolist() == [-1, 3, 1, 9]
a[1:2] = array("i", [7, 8])
assert a.tolist() == [-1, 7, 8, 1, 9]
assert a * 2 == a + a
assert array("B", b"ab").tolist() == [97, 98]
assert array("u", "é").tounicode() == "é"
assert array("d", [1, 2]).tolist() == [1.0, 2.0]
assert array("i", [1]) == array("d", [1])
assert array("b", [1]) < array("b", [2])
b = array("H")
b.frombytes(b"\1\0\2\0")
b.byteswap()
assert b.tolist() == [256, 512]
assert a.buffer_info()[1] == 5
assert memoryview(a).format == "i"
assert bytes(array("B", [1, 2])) == b"\1\2"
raises(OverflowError, "signed char is greater than maximum", array, "b", [200])
raises(OverflowError, "unsigned byte integer is less than minimum", array, "B", [-1])
raises(TypeError, "'str' object cannot be interpreted as an integer", array, "i", ["a"])
raises(ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)", array, "z")
raises(TypeError, "array() argument 1 must be a unicode character, not int", array, 1)
raises(IndexError, "array index out of range", lambda: a[100])
raises(ValueError, "array.index(x): x not in array", a.index, 100)
raises(TypeError, "can only append array (not \"list\") to array", lambda: a + [1])
raises(TypeError, "can only assign array (not \"list\") to array slice", a.__setitem__, slice(0, 1), [1])
raises(ValueError, "bytes length not a multiple of item size", b.frombytes, b"abc")
raises(TypeError, "cannot use a str to initialize an array with typecode 'i'", array, "i", "abc")
raises(TypeError, "unhashable type: 'array.array'", hash, a)
