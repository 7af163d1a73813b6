"""Unicode errors carry the object and the positions."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


try:
    b"ab\xffcd".decode("utf-8")
except UnicodeDecodeError as e:
    assert (e.encoding, e.object, e.start, e.end, e.reason) == ("utf-8", b"ab\xffcd", 2, 3, "invalid start byte")
    assert str(e) == "'utf-8' codec can't decode byte 0xff in position 2: invalid start byte"
try:
    "aé€".encode("ascii")
except UnicodeEncodeError as e:
    assert (e.encoding, e.object, e.start, e.end, e.reason) == ("ascii", "aé€", 1, 3, "ordinal not in range(128)")
    assert str(e) == "'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)"
raises(UnicodeEncodeError, "'latin-1' codec can't encode character '\\u20ac' in position 0: ordinal not in range(256)",
       "€".encode, "latin-1")
raises(UnicodeEncodeError, "'utf-8' codec can't encode character '\\ud800' in position 1: surrogates not allowed",
       "a\ud800".encode)
raises(UnicodeDecodeError, "'utf-8' codec can't decode bytes in position 0-1: unexpected end of data", b"\xe2\x82".decode)
raises(UnicodeDecodeError, "'utf-8' codec can't decode byte 0xc3 in position 0: invalid continuation byte", b"\xc3(".decode)
raises(UnicodeDecodeError, "'ascii' codec can't decode byte 0x80 in position 1: ordinal not in range(128)",
       b"a\x80".decode, "ascii")
e = UnicodeTranslateError("abc", 1, 2, "why")
assert str(e) == "can't translate character '\\x62' in position 1: why"
e.end = 3
assert str(e) == "can't translate characters in position 1-2: why"
raises(TypeError, "function takes exactly 5 arguments (1 given)", UnicodeDecodeError, 1)
raises(LookupError, "unknown encoding: nope", "a".encode, "nope")
raises(LookupError, "unknown error handler name 'nope'", "é".encode, "ascii", "nope")
