"""Bytes as keys, and checksums over them."""

import binascii
import hashlib
import zlib


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


d = {b"a": 1, bytes([97, 98]): 2}
assert d[b"a"] == 1
assert d[b"ab"] == 2
assert "a" not in d
assert hash(b"ab") == hash(b"a" + b"b")
assert zlib.crc32(b"hello") == 907060870
assert zlib.adler32(b"hello") == 103547413
assert binascii.crc32(b"hello") == 907060870
assert hashlib.md5(b"").hexdigest() == "d41d8cd98f00b204e9800998ecf8427e"
assert hashlib.sha256(b"abc").hexdigest()[:16] == "ba7816bf8f01cfea"
assert binascii.hexlify(b"\x01\xff") == b"01ff"
assert binascii.unhexlify("01ff") == b"\x01\xff"
assert binascii.b2a_base64(b"hello") == b"aGVsbG8=\n"
assert binascii.a2b_base64("aGVsbG8=") == b"hello"
raises(binascii.Error, "Odd-length string", binascii.unhexlify, "abc")
raises(binascii.Error, "Non-hexadecimal digit found", binascii.unhexlify, "zz")
assert zlib.decompress(zlib.compress(b"x" * 1000)) == b"x" * 1000
