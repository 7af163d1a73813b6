"""Making bytearrays, and methods shared with bytes."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert bytearray() == b""
assert bytearray(2) == b"\0\0"
assert bytearray("é", "latin-1") == b"\xe9"
assert bytearray([1, 2]) == b"\1\2"
assert bytearray(b"x") == b"x"
assert repr(bytearray(b"a'\n")) == "bytearray(b\"a\\'\\n\")"
assert str(bytearray(b"x")) == "bytearray(b'x')"
b = bytearray(b"hello world")
assert b.split() == [b"hello", b"world"]
assert type(b.split()[0]) is bytearray
assert b.upper() == b"HELLO WORLD"
assert type(b.upper()) is bytearray
assert b.find(b"o") == 4
assert b.replace(b"l", b"") == b"heo word"
assert b.decode() == "hello world"
assert b.hex()[:4] == "6865"
assert bytearray.fromhex("41") == b"A"
assert b.startswith(b"hell")
assert bytearray(b",").join([b"a", b"b"]) == b"a,b"
assert b.partition(b" ")[2] == b"world"
assert b.title() == b"Hello World"
assert b == b"hello world"
assert b < b"i"
assert b != bytearray()
assert b + b"!" == b"hello world!"
assert b[::-1] == b"dlrow olleh"
assert b * 0 == b""
assert list(reversed(bytearray(b"ab"))) == [98, 97]
assert 104 in b
assert b"wor" in b
assert b.count(b"l") == 3
assert sorted(bytearray(b"ba")) == [97, 98]
raises(TypeError, "string argument without an encoding", bytearray, "a")
raises(TypeError, "cannot convert 'float' object to bytearray", bytearray, 1.5)
raises(ValueError, "negative count", bytearray, -1)
raises(TypeError, "can't concat str to bytearray", lambda: b + "a")
raises(TypeError, "a bytes-like object is required, not 'str'", b.replace, "a", "b")
b.__init__(b"again")
assert b == b"again"
assert bytearray(5).__alloc__() >= 5
