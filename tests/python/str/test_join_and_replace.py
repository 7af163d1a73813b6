"""join, replace, expandtabs, zfill and justification."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert ",".join(["a", "b"]) == "a,b"
assert "".join("abc") == "abc"
assert "-".join([]) == ""
assert ", ".join(c for c in "xy") == "x, y"
assert "aaa".replace("a", "b") == "bbb"
assert "aaa".replace("a", "b", 2) == "bba"
assert "abc".replace("", "-") == "-a-b-c-"
assert "abc".replace("", "-", 2) == "-a-bc"
assert "abc".replace("b", "") == "ac"
assert "".replace("", "x") == "x"
assert "abab".replace("ab", "é") == "éé"
assert "aaaa".replace("aa", "a") == "aa"
assert "a\tb".expandtabs() == "a       b"
assert "a\tbc\td".expandtabs(4) == "a   bc  d"
assert "a\n\tb".expandtabs(2) == "a\n  b"
assert "\t".expandtabs(0) == ""
assert "42".zfill(5) == "00042"
assert "-42".zfill(5) == "-0042"
assert "+x".zfill(4) == "+00x"
assert "abc".zfill(2) == "abc"
assert "".zfill(2) == "00"
assert "a".center(4) == " a  "
assert "ab".center(5) == "  ab "
assert "a".ljust(3, "*") == "a**"
assert "a".rjust(3, "é") == "ééa"
assert "abc".center(2) == "abc"
assert "xaxbx".strip("x") == "axb"
assert "  a ".strip() == "a"
assert "abcba".lstrip("ab") == "cba"
assert "abcba".rstrip("ab") == "abc"
assert "\u2003a\xa0".strip() == "a"
assert "TestCase".removeprefix("Test") == "Case"
assert "TestCase".removesuffix("Case") == "Test"
assert "abc".removeprefix("x") == "abc"
assert "a".removesuffix("") == "a"
raises(TypeError, "sequence item 1: expected str instance, int found", ",".join, ["a", 1])
raises(TypeError, "can only join an iterable", ",".join, 5)
raises(TypeError, "replace() argument 2 must be str, not int", "a".replace, "a", 1)
raises(TypeError, "The fill character must be exactly one character long", "a".center, 5, "ab")
raises(TypeError, "The fill character must be a unicode character, not int", "a".ljust, 5, 1)
raises(TypeError, "strip arg must be None or str", "a".strip, 1)
raises(TypeError, "removeprefix() argument must be str, not int", "a".removeprefix, 1)
