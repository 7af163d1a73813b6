"""Functions and error handlers of _codecs, parsers of _string."""

import _codecs as c, _string
def show(f):
    try:
        print(f())
    except Exception as e:
        print(e.__class__.__name__, e, e.args)
t = "h\u00e9\u20ac\U0001f600\ud800x"
for n in ["utf_8", "utf_7", "utf_16_le", "utf_16_be", "utf_32_le", "utf_32_be", "latin_1", "ascii", "utf_16", "utf_32", "unicode_escape", "raw_unicode_escape"]:
    e = getattr(c, n + "_encode")
    d = getattr(c, n + "_decode")
    for h in [None, "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace", "namereplace", "nope"]:
        show(lambda: (n, h, e(t, h)))
        show(lambda: (n, h, d(b"a\xc3\xa9\xff\xfe\x80\\x4", h)))
    show(lambda: e(1))
    show(lambda: d("x"))
    show(lambda: e("a", 1))
    show(lambda: e())
    show(lambda: d(b"a", "b", 1, 2, 3, 4))
show(lambda: c.utf_8_decode(b"a\xc3", None))
show(lambda: c.utf_8_decode(b"a\xc3", None, True))
show(lambda: c.utf_16_ex_decode(b"\xff\xfea\0b", None, 0, 0))
show(lambda: c.utf_16_encode("a", None, -1))
show(lambda: c.utf_16_encode("a", None, 1))
show(lambda: c.utf_16_encode("a"))
for name in ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogatepass", "surrogateescape"]:
    h = c.lookup_error(name)
    print(h.__name__)
    show(lambda: h(UnicodeEncodeError("ascii", "a\xff\u20acb", 1, 3, "r")))
    show(lambda: h(UnicodeDecodeError("ascii", b"a\xff\x80b", 1, 3, "r")))
    show(lambda: h(UnicodeTranslateError("a\xff\u20acb", 1, 3, "r")))
    show(lambda: h(UnicodeEncodeError("utf-8", "a\ud800\udc80b", 1, 3, "r")))
    show(lambda: h(1))
    show(lambda: h(ValueError("x")))
show(lambda: c.lookup_error("foo"))
show(lambda: c.register_error("a", 1))
calls = []
def handler(e):
    calls.append((e.start, e.end, e.reason, e.object, e.encoding))
    return ("[%d]" % e.start, e.end)
c.register_error("mine", handler)
show(lambda: "a\xff\xfeb\u1234".encode("ascii", "mine"))
show(lambda: b"a\xff\xfeb\xc3".decode("utf-8", "mine"))
show(lambda: b"a\xff\xfeb\xc3".decode("ascii", "mine"))
print(calls)
for bad in [1, ("a",), ("a", "b"), (1, 2), ("a", 100), ("a", -100), (b"x", 2), ("\u1234", 2), None]:
    c.register_error("bad", lambda e: bad)
    show(lambda: "a\xff".encode("ascii", "bad"))
    show(lambda: b"a\xff".decode("ascii", "bad"))
show(lambda: c.charmap_decode(b"abc\xff", None, "".join(chr(i + 1) for i in range(200))))
show(lambda: c.charmap_decode(b"abc", "replace", {97: "xx", 98: 0x20ac, 99: None}))
show(lambda: c.charmap_decode(b"abc", None, {97: 1.5}))
show(lambda: c.charmap_decode(b"a", None, {97: -1}))
show(lambda: c.charmap_encode("abc", None, {97: b"xx", 98: 200, 99: None}))
show(lambda: c.charmap_encode("abc", "replace", {97: b"xx", 98: 200, 63: 33}))
show(lambda: c.charmap_encode("a", None, {97: 256}))
show(lambda: c.charmap_encode("a", None, {97: "x"}))
m = c.charmap_build("".join(chr(i) for i in range(255, -1, -1)))
show(lambda: c.charmap_encode("abc\u1234", None, m))
show(lambda: c.escape_decode(b"\\n\\x41\\101\\q"))
show(lambda: c.escape_decode("\\x4"))
show(lambda: c.escape_encode(b"a\n'\\\xff"))
show(lambda: c.readbuffer_encode("\u00e9"))
show(lambda: c.escape_encode("a"))
for s in ["a{b!r:>{w}}c{{d}}", "{}", "{a.b[0].c[x]}{!s}", "{", "x}", "{a"]:
    show(lambda: list(_string.formatter_parser(s)))
for s in ["a.b[0].c[x]", "0", "", "a[", "a[]", "a.", "a[0]b", "12[3]"]:
    show(lambda: (_string.formatter_field_name_split(s)[0], list(_string.formatter_field_name_split(s)[1])))
show(lambda: _string.formatter_parser(1))
show(lambda: "a\0b".encode("a\0b"))
