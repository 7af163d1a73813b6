"""find, index, count, startswith, endswith."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


s = "hello hello"
assert s.find("l") == 2
assert s.find("z") == -1
assert s.rfind("l") == 9
assert s.find("l", 4) == 8
assert s.find("l", 4, 8) == -1
assert s.find("") == 0
assert s.rfind("") == 11
assert s.find("", 11) == 11
assert s.find("", 12) == -1
assert s.find("o", -1) == 10
assert s.index("lo") == 3
assert s.rindex("hello") == 6
assert s.count("l") == 4
assert s.count("") == 12
assert "aaaa".count("aa") == 2
assert s.count("l", 3) == 3
assert s.count("l", 3, -1) == 3
assert "".count("") == 1
assert "abc".count("", 3) == 1
assert "abc".count("", 4) == 0
assert s.startswith("hell")
assert s.startswith(("x", "he"))
assert s.startswith("hello", 6)
assert not s.startswith("hello", 1)
assert s.endswith("lo")
assert s.endswith(("z", "o"))
assert not s.endswith("hello", 7)
assert "".startswith("")
assert s.startswith("", 11)
assert not s.startswith("", 12)
assert "é漢字é".find("字") == 2
assert "é漢字é".rfind("é") == 3
assert "a\U0001F600b".find("b") == 2
assert s.find("hello", None, None) == 0
assert "ab" in "cabd"
assert "ba" not in "abab"[:1]
assert "abcabcabd".find("abcabd") == 3
raises(ValueError, "substring not found", s.index, "z")
raises(ValueError, "substring not found", s.rindex, "z")
raises(TypeError, "must be str, not int", s.find, 1)
raises(TypeError, "startswith first arg must be str or a tuple of str, not int", s.startswith, 1)
raises(TypeError, "tuple for startswith must only contain str, not int", s.startswith, (1,))
raises(TypeError, "endswith first arg must be str or a tuple of str, not list", s.endswith, ["a"])
raises(TypeError, "slice indices must be integers or None or have an __index__ method", s.find, "l", "a")
