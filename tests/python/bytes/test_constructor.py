"""What bytes() accepts."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert bytes() == b""
assert bytes(3) == b"\0\0\0"
assert bytes([1, 255]) == b"\x01\xff"
assert bytes("é", "utf-8") == b"\xc3\xa9"
assert bytes(b"ab") == b"ab"
assert bytes(bytearray(b"x")) == b"x"
assert bytes(memoryview(b"mv")) == b"mv"
assert bytes(range(3)) == b"\0\1\2"
assert bytes((i for i in (65, 66))) == b"AB"
assert bytes("a", "ascii", "strict") == b"a"
assert bytes(True) == b"\0"
assert bytes({65}) == b"A"


class B:
    def __bytes__(self):
        return b"from dunder"


class Bad:
    def __bytes__(self):
        return "x"


class I:
    def __index__(self):
        return 2


assert bytes(B()) == b"from dunder"
assert bytes(I()) == b"\0\0"
raises(TypeError, "__bytes__ returned non-bytes (type str)", bytes, Bad())
raises(TypeError, "string argument without an encoding", bytes, "a")
raises(TypeError, "encoding without a string argument", bytes, b"a", "utf-8")
raises(TypeError, "cannot convert 'float' object to bytes", bytes, 1.5)
raises(ValueError, "bytes must be in range(0, 256)", bytes, [256])
raises(ValueError, "bytes must be in range(0, 256)", bytes, [-1])
raises(TypeError, "'str' object cannot be interpreted as an integer", bytes, ["a"])
raises(ValueError, "negative count", bytes, -1)
raises(TypeError, "cannot convert 'NoneType' object to bytes", bytes, None)
assert bytes.fromhex("00 ff  Aa") == b"\x00\xff\xaa"
assert b"\x01\xab".hex() == "01ab"
assert b"\1\2\3".hex(":") == "01:02:03"
assert b"\1\2\3\4\5".hex("-", 2) == "01-0203-0405"
assert b"\1\2\3".hex(" ", -2) == "0102 03"
raises(ValueError, "non-hexadecimal number found in fromhex() arg at position 1", bytes.fromhex, "0g")
raises(ValueError, "sep must be length 1.", b"a".hex, "ab")
