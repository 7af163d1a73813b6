"""A bytearray with a view cannot be resized."""


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
m = memoryview(b)
m[0] = 120
assert b == b"xbc"
message = "Existing exports of data: object cannot be re-sized"
raises(BufferError, message, b.append, 1)
raises(BufferError, message, b.extend, b"xy")
raises(BufferError, message, b.clear)
raises(BufferError, message, b.pop)
b[1] = 0
b[0:2] = b"zz"
assert b == b"zzc"
assert bytes(m) == b"zzc"
m.release()
b.append(1)
assert b == b"zzc\x01"
with memoryview(b) as view:
    raises(BufferError, message, b.insert, 0, 1)
b.insert(0, 1)
assert len(b) == 5
raises(ValueError, "operation forbidden on released memoryview object", lambda: view[0])


class Sub(bytearray):
    pass


s = Sub(b"ab")
s.attr = 1
assert s.attr == 1
assert type(s + b"c") is bytearray
assert type(s[:]) is bytearray
assert s == b"ab"
