"""The format mini-language for strings."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert format("abc", "") == "abc"
assert format("abc", "6") == "abc   "
assert format("abc", ">6") == "   abc"
assert format("abc", "^6") == " abc  "
assert format("abc", "*<6") == "abc***"
assert format("abc", ".2") == "ab"
assert format("abc", "5.1s") == "a    "
assert format("abc", "s") == "abc"
assert format("é", "漢>3") == "漢漢é"
assert format("abc", "2") == "abc"
assert format("", "3") == "   "
assert format("abc", "06") == "abc000"
assert format("a", "{<3") == "a{{"
assert format("a", "}>3") == "}}a"
raises(ValueError, "Unknown format code 'd' for object of type 'str'", format, "a", "d")
raises(ValueError, "Sign not allowed in string format specifier", format, "a", "+")
raises(ValueError, "Alternate form (#) not allowed in string format specifier", format, "a", "#")
raises(ValueError, "'=' alignment not allowed in string format specifier", format, "a", "=5")
raises(ValueError, "Cannot specify ',' with 's'.", format, "a", ",")
raises(ValueError, "Cannot specify '_' with 's'.", format, "a", "_s")
raises(ValueError, "Invalid format specifier", format, "a", "5x5")
raises(TypeError, "format() argument 2 must be str, not int", format, "a", 5)
