"""sub, subn and templates."""

import re


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert re.sub("a", "b", "banana") == "bbnbnb"
assert re.sub("a", "b", "banana", count=2) == "bbnbna"
assert re.subn("a", "x", "aba") == ("xbx", 2)
assert re.sub("", "-", "abc") == "-a-b-c-"
assert re.sub("x*", "-", "axb") == "-a--b-"
assert re.sub("b*", "x", "abc") == "xaxxcx"
assert re.sub("", "-", "") == "-"
assert re.sub(r"(\w+) (\w+)", r"\2 \1", "a b") == "b a"
assert re.sub(r"(?P<x>a)", r"[\g<x>\g<0>\g<1>0]", "a") == "[aaa0]"
assert re.sub("a", r"\n\t\\", "a") == "\n\t\\"
assert re.sub("(a)|b", r"<\1>", "ab") == "<a><>"
assert re.sub("a", "\\\\x", "a") == "\\x"
assert re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "1 22") == "2 44"
assert re.sub("[aeiou]", lambda m: m[0].upper() * m.start(), "hello") == "hEllOOOO"
assert re.sub("a", "é", "aba") == "ébé"
assert re.sub(b"a", b"b", b"aa") == b"bb"
assert re.compile("a").sub("b", "aa", 1) == "ba"
assert re.sub("a", "b", "AaA", flags=re.I) == "bbb"
assert re.escape("a.b*c d-é") == r"a\.b\*c\ d\-é"
assert re.escape(b"a.b") == b"a\\.b"
assert re.sub(re.escape("."), "!", "a.b") == "a!b"
raises(re.error, "invalid group reference 2 at position 1", re.sub, "(a)", r"\2", "a")
raises(re.error, r"bad escape \q at position 0", re.sub, "a", r"\q", "a")
raises(IndexError, "unknown group name 'n'", re.sub, "a", r"\g<n>", "a")
raises(re.error, "missing group name at position 3", re.sub, "a", r"\g<>", "a")
raises(re.error, "missing < at position 2", re.sub, "a", r"\g", "a")
raises(TypeError, "sequence item 1: expected str instance, int found", lambda: re.sub("a", lambda m: 5, "ba"))
raises(TypeError, "unhashable type: 'list'", re.sub, "a", [], "a")
