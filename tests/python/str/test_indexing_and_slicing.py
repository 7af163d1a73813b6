"""Subscripts of strings."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


s = "héllo\U0001F600"
assert s[0] == "h"
assert s[-1] == "\U0001F600"
assert s[1] == "é"
assert len(s) == 6
assert s[1:3] == "él"
assert s[::-1] == "\U0001F600olléh"
assert s[::2] == "hlo"
assert s[4:1:-1] == "oll"
assert s[10:] == ""
assert s[-100:2] == "hé"
assert s[:] == s
assert s[3:1] == ""
assert list("ab\u3042") == ["a", "b", "\u3042"]
assert "abc"[True] == "b"
assert "abc"[-3] == "a"
assert [c for c in reversed("abc")] == ["c", "b", "a"]
assert max("abc") == "c"
assert "abc" * 0 == ""
assert "abc" * -1 == ""
assert 2 * "ab" == "abab"
raises(IndexError, "string index out of range", lambda: s[6])
raises(IndexError, "string index out of range", lambda: s[-7])
raises(IndexError, "string index out of range", lambda: ""[0])
raises(TypeError, "string indices must be integers", lambda: s["a"])
raises(TypeError, "string indices must be integers", lambda: s[1.0])
raises(TypeError, "string indices must be integers", lambda: s[None])
raises(ValueError, "slice step cannot be zero", lambda: s[::0])
raises(TypeError, "slice indices must be integers or None or have an __index__ method", lambda: s["a":])
raises(IndexError, "cannot fit 'int' into an index-sized integer", lambda: s[1 << 100])


def assign():
    s[0] = "x"


raises(TypeError, "'str' object does not support item assignment", assign)
