"""Encodings and error handlers."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


s = "aé漢\U0001F600"
assert s.encode() == b"a\xc3\xa9\xe6\xbc\xa2\xf0\x9f\x98\x80"
assert s.encode("utf-8").decode() == s
assert "é".encode("latin-1") == b"\xe9"
assert "é".encode("utf-16-le") == b"\xe9\x00"
assert "\U0001F600".encode("utf-16-be") == b"\xd8=\xde\x00"
assert "a".encode("utf-16")[:2] in (b"\xff\xfe", b"\xfe\xff")
assert "a".encode("utf-32-be") == b"\0\0\0a"
assert "a".encode("utf-8-sig") == b"\xef\xbb\xbfa"
assert s.encode("ascii", "ignore") == b"a"
assert s.encode("ascii", "replace") == b"a???"
assert s.encode("ascii", "backslashreplace") == b"a\\xe9\\u6f22\\U0001f600"
assert s.encode("ascii", "xmlcharrefreplace") == b"a&#233;&#28450;&#128512;"
assert "é".encode("ascii", "namereplace") == b"\\N{LATIN SMALL LETTER E WITH ACUTE}"
assert b"a\xffb".decode("utf-8", "replace") == "a\ufffdb"
assert b"a\xffb".decode("ascii", "ignore") == "ab"
assert b"a\xff".decode("utf-8", "backslashreplace") == "a\\xff"
assert b"a\xff".decode("utf-8", "surrogateescape") == "a\udcff"
assert "a\udcff".encode("utf-8", "surrogateescape") == b"a\xff"
assert "\ud800".encode("utf-8", "surrogatepass") == b"\xed\xa0\x80"
assert b"\xed\xa0\x80".decode("utf-8", "surrogatepass") == "\ud800"
assert b"\xe2\x82".decode("utf-8", "replace") == "\ufffd"
assert b"\xf0\x9f\x98\xffx".decode("utf-8", "replace") == "\ufffd\ufffdx"
assert b"\xc0\x80".decode("utf-8", "replace") == "\ufffd\ufffd"
assert str(b"abc", "ascii") == "abc"
assert str(b"\xe9", encoding="latin-1") == "é"
assert str(bytearray(b"x"), "utf8", "strict") == "x"
assert str(memoryview(b"m"), "ascii") == "m"
assert "é".encode("UTF_8") == "é".encode("Utf-8") == "é".encode("u8")
assert "x".encode("unicode_escape") == b"x"
assert "é\n".encode("unicode_escape") == b"\\xe9\\n"
assert b"\\u6f22".decode("unicode_escape") == "漢"
assert "é".encode("cp1252") == b"\xe9"
assert "€".encode("cp1252") == b"\x80"
assert "я".encode("koi8-r") == b"\xd1"
assert b"\xe4".decode("cp437") == "Σ"
raises(TypeError, "decoding str is not supported", str, "a", "utf-8")
raises(TypeError, "decoding to str: need a bytes-like object, int found", str, 5, "utf-8")
raises(TypeError, "encode() argument 'encoding' must be str, not int", "a".encode, 5)
raises(UnicodeDecodeError, "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", b"\xff".decode)
