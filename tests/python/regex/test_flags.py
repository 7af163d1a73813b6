"""Flags, their combinations, and caching."""

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


assert re.I == re.IGNORECASE == 2
assert re.M == 8
assert re.S == 16
assert re.X == 64
assert re.A == 256
assert re.U == 32
assert repr(re.I) == "re.IGNORECASE"
assert repr(re.I | re.M) == "re.IGNORECASE|re.MULTILINE"
assert str(re.I) == "re.IGNORECASE"
assert re.compile("a", re.I).flags == 34
assert re.compile(b"a").flags == 0
assert re.compile("(?im)a").flags == 42
assert re.compile("a", re.A).flags == 256
assert isinstance(re.I, re.RegexFlag)
assert re.RegexFlag(2) is re.I
verbose = re.compile(r"""
    (?P<year>\d{4})   # the year
    -
    (?P<month>\d{2})  # the month
    [ ]?\#?           # literal blank and hash
""", re.VERBOSE)
assert verbose.match("2024-05 #").groupdict() == {"year": "2024", "month": "05"}
assert re.findall("^.", "a\nb", re.M | re.S) == ["a", "b"]
assert re.findall("a.b", "a\nb", re.DOTALL) == ["a\nb"]
assert re.fullmatch("STRASSE", "straße", re.I) is None
assert re.match("ǅ", "ǆ", re.I)
raises(ValueError, "ASCII and UNICODE flags are incompatible", re.compile, "a", re.A | re.U)
raises(ValueError, "cannot use UNICODE flag with a bytes pattern", re.compile, b"a", re.U)
raises(ValueError, "cannot use LOCALE flag with a str pattern", re.compile, "a", re.L)
raises(re.error, "missing -, : or ) at position 3", re.compile, "(?i")
raises(re.error, "unknown flag at position 3", re.compile, "(?iz)a")
e = None
try:
    re.compile("a\n(b")
except re.error as err:
    e = err
assert (e.msg, e.pos, e.lineno, e.colno, e.pattern) == ("missing ), unterminated subpattern", 2, 2, 1, "a\n(b")
assert str(e) == "missing ), unterminated subpattern at position 2 (line 2, column 1)"
re.purge()
assert re.compile("cached") is re.compile("cached")
