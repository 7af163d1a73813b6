"""match, search, fullmatch and Match objects."""

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


m = re.match(r"(\w+) (?P<last>\w+)", "Isaac Newton, physicist")
assert m.group() == m[0] == "Isaac Newton"
assert m.group(1, 2) == ("Isaac", "Newton")
assert m["last"] == "Newton"
assert m.groups() == ("Isaac", "Newton")
assert m.groupdict() == {"last": "Newton"}
assert m.span() == (0, 12)
assert m.start(2) == 6
assert m.end("last") == 12
assert m.string.endswith("physicist")
assert m.lastindex == 2
assert m.lastgroup == "last"
assert m.pos == 0
assert m.regs == ((0, 12), (0, 5), (6, 12))
assert re.search("b+", "aabbb").span() == (2, 5)
assert re.match("b", "ab") is None
assert re.fullmatch("a+", "aaa")
assert not re.fullmatch("a+", "aab")
assert re.match("(a)|(b)", "b").groups() == (None, "b")
assert re.match("(a)|(b)", "b").groups("-") == ("-", "b")
assert re.match("(a)?b", "b").span(1) == (-1, -1)
assert repr(re.match("a", "abc")) == "<re.Match object; span=(0, 1), match='a'>"
assert bool(re.match("", ""))
assert m.expand(r"\2 \g<1> \g<last>") == "Newton Isaac Newton"
p = re.compile("b")
assert p.match("abc", 1).start() == 1
assert p.search("abcb", 2).start() == 3
assert p.search("abc", 0, 1) is None
assert p.fullmatch("abc", 1, 2)
assert p.pattern == "b"
assert p.flags == 32
assert p.groups == 0
assert re.compile("(?P<x>a)(b)").groupindex == {"x": 1}
assert repr(re.compile("a'", re.I | re.M)) == "re.compile(\"a'\", re.IGNORECASE|re.MULTILINE)"
assert re.compile(p) is p
assert p == re.compile("b")
assert hash(p) == hash(re.compile("b"))
raises(IndexError, "no such group", m.group, 5)
raises(IndexError, "no such group", m.group, "nope")
raises(TypeError, "expected string or bytes-like object", re.match, "a", 5)
raises(TypeError, "cannot use a string pattern on a bytes-like object", re.match, "a", b"a")
raises(TypeError, "cannot use a bytes pattern on a string-like object", re.match, b"a", "a")
raises(TypeError, "first argument must be string or compiled pattern", re.compile, 5)
raises(ValueError, "cannot process flags argument with a compiled pattern", re.compile, p, re.I)
