"""chr, ord, ascii, bin, format and repr."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert chr(97) == "a"
assert ord("a") == 97
assert ord(b"a") == 97
assert ord(bytearray(b"z")) == 122
assert chr(0x10ffff) == "\U0010ffff"
assert ascii("é\n") == "'\\xe9\\n'"
assert format(5, "03") == "005"
assert format("a") == "a"
assert format(1.5, ".2f") == "1.50"
assert repr("a") == "'a'"
assert ascii([chr(233)]) == "['\\xe9']"
raises(TypeError, "'str' object cannot be interpreted as an integer", chr, "a")
raises(ValueError, "chr() arg not in range(0x110000)", chr, 1114112)
raises(OverflowError, "Python int too large to convert to C int", chr, 2 ** 40)
raises(TypeError, "ord() expected a character, but string of length 0 found", ord, "")
raises(TypeError, "ord() expected a character, but string of length 2 found", ord, b"ab")
raises(TypeError, "ord() expected string of length 1, but list found", ord, [])
raises(TypeError, "format() argument 2 must be str, not int", format, 1, 2)
raises(TypeError, "format expected at least 1 argument, got 0", format)


class F:
    def __format__(self, spec):
        return 5


class R:
    def __repr__(self):
        return "é"


raises(TypeError, "__format__ must return a str, not int", format, F())
assert ascii(R()) == "\\xe9"
assert repr(R()) == "é"
assert str(R()) == "é"
assert f"{R()!a}" == "\\xe9"
