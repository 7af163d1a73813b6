"""ASCII case and character classes on bytes."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert b"Hello W".upper() == b"HELLO W"
assert b"Hello".lower() == b"hello"
assert b"hello world".title() == b"Hello World"
assert b"hELLO".capitalize() == b"Hello"
assert b"aB\xe9".swapcase() == b"Ab\xe9"
assert b"\xe9".upper() == b"\xe9"
assert b"abc".isalpha()
assert not b"\xe9".isalpha()
assert b"123".isdigit()
assert b"a1".isalnum()
assert not b"".isalpha()
assert b" \t\n\r\x0b\x0c".isspace()
assert not b"\x1c".isspace()
assert b"ABC1".isupper()
assert b"abc".islower()
assert b"Hello World".istitle()
assert b"\x7f".isascii()
assert not b"\x80".isascii()
assert b"they're".title() == b"They'Re"
assert b"".islower() is False
assert b"1".isupper() is False
raises(AttributeError, "'bytes' object has no attribute 'isdecimal'", lambda: b"".isdecimal)
raises(AttributeError, "'bytes' object has no attribute 'encode'", lambda: b"".encode)
raises(AttributeError, "'bytes' object has no attribute 'format'", lambda: b"".format)
raises(TypeError, "bytes.upper() takes no arguments (1 given)", b"a".upper, 1)
