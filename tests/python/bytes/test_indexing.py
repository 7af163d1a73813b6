"""Subscripts of bytes give ints; slices give bytes."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


b = b"abcdef"
assert b[0] == 97
assert b[-1] == 102
assert b[1:3] == b"bc"
assert b[::-1] == b"fedcba"
assert b[5:1:-2] == b"fd"
assert b[10:] == b""
assert list(b[:2]) == [97, 98]
assert 97 in b
assert b"cd" in b
assert b"x" not in b
assert len(b) == 6
assert max(b) == 102
assert b + b"g" == b"abcdefg"
assert b * 2 == b"abcdefabcdef"
assert 0 * b == b""
assert type(b[1:]) is bytes
assert [x for x in reversed(b"ab")] == [98, 97]
raises(IndexError, "index out of range", lambda: b[6])
raises(TypeError, "byte indices must be integers or slices, not str", lambda: b["a"])
raises(TypeError, "can't concat str to bytes", lambda: b + "a")
raises(TypeError, "a bytes-like object is required, not 'str'", lambda: "a" in b)
raises(ValueError, "byte must be in range(0, 256)", lambda: 256 in b)
raises(TypeError, "can't multiply sequence by non-int of type 'float'", lambda: b * 1.5)
raises(TypeError, "'bytes' object does not support item assignment", exec, "b[0] = 1", {"b": b})
assert b + bytearray(b"!") == b"abcdef!"
assert type(b + bytearray()) is bytes
assert type(bytearray() + b) is bytearray
assert b == bytearray(b"abcdef") == memoryview(b)
assert b != "abcdef"
assert hash(b) == hash(bytes(b))
assert b < b"b"
assert b"" < b"\0"
raises(TypeError, "'<' not supported between instances of 'bytes' and 'str'", lambda: b < "a")
