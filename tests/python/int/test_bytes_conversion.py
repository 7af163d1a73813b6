"""to_bytes and from_bytes."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert (1024).to_bytes(2, "big") == b"\x04\x00"
assert (1024).to_bytes(4, "little") == b"\x00\x04\x00\x00"
assert (-1).to_bytes(3, "big", signed=True) == b"\xff\xff\xff"
assert (0).to_bytes(0, "big") == b""
assert (-128).to_bytes(1, "little", signed=True) == b"\x80"
assert (127).to_bytes(1, "big", signed=True) == b"\x7f"
assert int.from_bytes(b"\x04\x00", "big") == 1024
assert int.from_bytes(b"\x00\x04", "little") == 1024
assert int.from_bytes(b"\xff\xfe", "big", signed=True) == -2
assert int.from_bytes(b"", "big") == 0
assert int.from_bytes([1, 2, 3], "big") == 66051
assert int.from_bytes(bytearray(b"\x01"), byteorder="little") == 1
big = 0x0123456789ABCDEF0123456789ABCDEF
assert int.from_bytes(big.to_bytes(20, "big"), "big") == big
assert int.from_bytes((-big).to_bytes(17, "little", signed=True), "little", signed=True) == -big
raises(OverflowError, "int too big to convert", (256).to_bytes, 1, "big")
raises(OverflowError, "can't convert negative int to unsigned", (-1).to_bytes, 1, "big")
raises(OverflowError, "int too big to convert", lambda: (128).to_bytes(1, "big", signed=True))
raises(ValueError, "byteorder must be either 'little' or 'big'", (1).to_bytes, 1, "middle")
raises(ValueError, "length argument must be non-negative", (1).to_bytes, -1, "big")
raises(TypeError, "to_bytes() missing required argument 'length' (pos 1)", (1).to_bytes)
raises(TypeError, "cannot convert 'str' object to bytes", int.from_bytes, "ab", "big")


class Sub(int):
    pass


assert type(Sub.from_bytes(b"\x05", "big")) is Sub
