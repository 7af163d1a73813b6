"""bytearrays change in place."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


b = bytearray(b"abc")
b[0] = 120
b[1:2] = b"YZ"
assert b == b"xYZc"
assert b.append(33) is None
assert b == b"xYZc!"
b.extend([1, 2])
b += b"end"
assert b == b"xYZc!\x01\x02end"
assert b.pop() == 100
assert b.pop(0) == 120
b.insert(0, 65)
b.remove(33)
b.reverse()
assert b == b"ne\x02\x01cZYA"
del b[0], b[-1]
del b[::2]
assert b == b"\x02cY"
b *= 2
assert b == b"\x02cY\x02cY"
assert b.copy() is not b
assert b.copy() == b
b[::2] = b"abc"
assert b == b"acb\x02cY"
b.clear()
assert b == b""
assert not b
b[:] = range(3)
assert list(b) == [0, 1, 2]
b[1:1] = [9, 9]
assert list(b) == [0, 9, 9, 1, 2]


def store(i, v):
    b[i] = v


raises(ValueError, "byte must be in range(0, 256)", store, 0, 256)
raises(TypeError, "'str' object cannot be interpreted as an integer", store, 0, "a")
raises(IndexError, "bytearray index out of range", store, 10, 1)
raises(TypeError, "bytearray indices must be integers or slices, not str", store, "a", 1)
raises(ValueError, "attempt to assign bytes of size 1 to extended slice of size 3", store, slice(None, None, 2), b"a")
raises(TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)", store, slice(0, 1), 5)
raises(IndexError, "pop from empty bytearray", bytearray().pop)
raises(ValueError, "value not found in bytearray", b.remove, 77)
raises(TypeError, "unhashable type: 'bytearray'", hash, b)
raises(TypeError, "can't extend bytearray with int", b.extend, 5)
