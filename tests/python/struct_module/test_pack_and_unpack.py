"""struct formats, sizes and alignment."""

import struct


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert struct.pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 2 ** 32 - 1, -4, 2 ** 64 - 1).hex() == "fffffeffffff" + "fdffffff" + "ffffffff" + "fcffffffffffffff" + "ffffffffffffffff"
assert struct.pack(">hi", 1, 2) == b"\0\1\0\0\0\2"
assert struct.unpack("<hi", b"\1\0\2\0\0\0") == (1, 2)
assert struct.calcsize("bi") == 8
assert struct.calcsize("=bi") == 5
assert struct.calcsize("ib") == 5
assert struct.calcsize("bxh") == 4
assert struct.pack("4s", b"ab") == b"ab\0\0"
assert struct.pack("2s", b"abc") == b"ab"
assert struct.pack("5p", b"ab") == b"\2ab\0\0"
assert struct.unpack("5p", b"\2ab\0\0") == (b"ab",)
assert struct.pack("3c", b"a", b"b", b"c") == b"abc"
assert struct.pack("?", 5) == b"\1"
assert struct.pack("<d", 1.5) == b"\0\0\0\0\0\0\xf8?"
assert struct.pack(">f", 0.1) == b"=\xcc\xcc\xcd"
assert struct.unpack("<e", struct.pack("<e", 1.5)) == (1.5,)
assert struct.unpack(">f", b"=\xcc\xcc\xcd")[0] == 0.10000000149011612
assert struct.unpack("2h", struct.pack("2h", 1, -1)) == (1, -1)
assert struct.pack("3x") == b"\0\0\0"
assert struct.pack("0s", b"") == b""
assert struct.calcsize("") == 0
assert struct.unpack("", b"") == ()
assert list(struct.iter_unpack("<H", b"\1\0\2\0")) == [(1,), (2,)]
assert struct.unpack_from("<H", b"xx\5\0", 2) == (5,)
buf = bytearray(6)
struct.pack_into(">H", buf, 2, 0x4142)
assert buf == b"\0\0AB\0\0"
raises(struct.error, "byte format requires -128 <= number <= 127", struct.pack, "b", 200)
raises(struct.error, "ubyte format requires 0 <= number <= 255", struct.pack, "B", -1)
raises(struct.error, "unpack requires a buffer of 4 bytes", struct.unpack, "<i", b"123")
raises(struct.error, "pack expected 2 items for packing (got 1)", struct.pack, "2h", 1)
raises(struct.error, "required argument is not an integer", struct.pack, "i", "a")
raises(struct.error, "bad char in struct format", struct.pack, "y", 1)
raises(struct.error, "argument for 's' must be a bytes object", struct.pack, "2s", "ab")
raises(struct.error, "required argument is not a float", struct.pack, "f", "a")
raises(OverflowError, "float too large to pack with f format", struct.pack, "<f", 1e300)
raises(struct.error, "'i' format requires -2147483648 <= number <= 2147483647", struct.pack, "<i", 2 ** 31)
raises(struct.error, "pack_into requires a buffer of at least 8 bytes for packing 2 bytes at offset 6 (actual buffer size is 6)", struct.pack_into, "<H", buf, 6, 1)
s = struct.Struct("<hb")
assert s.size == 3
assert s.format == "<hb"
assert s.pack(1, 2) == b"\1\0\2"
assert s.unpack(b"\1\0\2") == (1, 2)
