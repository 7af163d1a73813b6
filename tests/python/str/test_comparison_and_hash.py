"""Ordering is by code points; equal strings hash alike."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert "a" < "b" < "ba"
assert "Z" < "a"
assert "" < "a"
assert "é" > "z"
assert "\uffff" < "\U00010000"
assert "abc" <= "abc" >= "abc"
assert sorted(["b", "B", "a", "é", ""]) == ["", "B", "a", "b", "é"]
assert max("apple", "pear", key=len) == "apple"
assert "abc" == "ab" + "c"
assert hash("abc") == hash("".join(["a", "bc"]))
assert "abc" != b"abc"
assert ("a" == 1) is False
a, b = "x" * 1000, "x" * 999 + "x"
assert a == b
assert hash(a) == hash(b)
assert {a: 1}[b] == 1
assert a is not None
raises(TypeError, "'<' not supported between instances of 'str' and 'int'", lambda: "a" < 1)
raises(TypeError, "'<' not supported between instances of 'str' and 'bytes'", lambda: "a" < b"a")
assert "abc".__eq__(5) is NotImplemented
assert "a".__lt__("b") is True
assert "a".__contains__("a") is True
assert "e\u0301" != "é"
assert len("e\u0301") == 2
import unicodedata

assert unicodedata.normalize("NFC", "e\u0301") == "é"
assert unicodedata.normalize("NFD", "é") == "e\u0301"


class S(str):
    def __eq__(self, other):
        return "custom"

    __hash__ = str.__hash__


assert ("a" == S("b")) == "custom"
assert {S("a"): 1}[S("a")] == 1
