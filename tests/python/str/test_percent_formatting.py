"""The % operator on strings."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert "%s %r %a" % ("é", "é", "é") == "é 'é' '\\xe9'"
assert "%d %i %u" % (1.9, True, -3) == "1 1 -3"
assert "%%" % () == "%"
assert "%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42) == "   42|42   |00042|+42| 42"
assert "%x %X %#x %o %#o" % (255, 255, 255, 8, 8) == "ff FF 0xff 10 0o10"
assert "%.2f %8.3f %-8.1f|" % (3.14159, 2.5, 2.5) == "3.14    2.500 2.5     |"
assert "%e %E %g %G" % (1234.5, 1234.5, 1e-5, 1e10) == "1.234500e+03 1.234500E+03 1e-05 1E+10"
assert "%c%c" % ("x", 65) == "xA"
assert "%.2s|%5s|%-5s|" % ("abc", "a", "b") == "ab|    a|b    |"
assert "%*d %.*f" % (5, 42, 2, 1.239) == "   42 1.24"
assert "%(a)s %(b)d" % {"a": 1, "b": 2.7, "c": 0} == "1 2"
assert "%s" % {"a": 1} == "{'a': 1}"
assert "%s" % [1, 2] == "[1, 2]"
assert "%s" % (None,) == "None"
assert "%d" % (10 ** 30) == "1" + "0" * 30
assert "%x" % -255 == "-ff"
assert "%.5d" % 42 == "00042"
assert "%#.3x" % 10 == "0x00a"
assert "%ld %hd" % (1, 2) == "1 2"
assert "%s" % "only" == "only"
raises(TypeError, "not enough arguments for format string", lambda: "%s %s" % "a")
raises(TypeError, "not all arguments converted during string formatting", lambda: "%s" % (1, 2))
raises(TypeError, "%d format: a real number is required, not str", lambda: "%d" % "a")
raises(TypeError, "%x format: an integer is required, not float", lambda: "%x" % 1.5)
raises(TypeError, "must be real number, not str", lambda: "%f" % "a")
raises(TypeError, "%c requires int or char", lambda: "%c" % "ab")
raises(OverflowError, "%c arg not in range(0x110000)", lambda: "%c" % 0x110000)
raises(ValueError, "unsupported format character 'y' (0x79) at index 1", lambda: "%y" % 1)
raises(ValueError, "incomplete format", lambda: "%" % ())
raises(TypeError, "format requires a mapping", lambda: "%(a)s" % 5)
raises(KeyError, "'a'", lambda: "%(a)s" % {})
raises(ValueError, "incomplete format key", lambda: "%(a" % {})
raises(TypeError, "* wants int", lambda: "%*d" % ("a", 1))
