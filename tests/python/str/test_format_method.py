"""str.format: fields, attributes, indexing, conversions."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert "{} {}".format(1, "a") == "1 a"
assert "{1} {0} {1}".format("a", "b") == "b a b"
assert "{x}{y}".format(x=1, y=2) == "12"
assert "{0.real} {0.imag}".format(1 + 2j) == "1.0 2.0"
assert "{0[1]} {a[k]} {a[k][0]}".format([1, 2], a={"k": "vw"}) == "2 vw v"
assert "{!r} {!s} {!a}".format("é", "é", "é") == "'é' é '\\xe9'"
assert "{{}} {{{}}}".format(1) == "{} {1}"
assert "{:>{w}.{p}f}".format(3.14159, w=8, p=2) == "    3.14"
assert "{0:{1}}".format(5, "03d") == "005"
assert "{:{}}".format(7, 4) == "   7"
assert "{a.b.c}".format(a=type("A", (), {"b": type("B", (), {"c": 9})})) == "9"
assert "{0[a b]}".format({"a b": 1}) == "1"
assert "{0[-1]}".format({"-1": "str key"}) == "str key"
assert "{[0]}{[1]}".format("ab", "cd") == "ad"
assert "{:%}".format(0.5) == "50.000000%"
assert "{0}{a}".format("x", a="y", unused=1) == "xy"
assert "".format() == ""
assert "{:}".format(3) == "3"
assert "{!s:>4}".format("a") == "   a"
raises(IndexError, "Replacement index 1 out of range for positional args tuple", "{} {}".format, 1)
raises(KeyError, "'x'", "{x}".format)
raises(ValueError, "cannot switch from automatic field numbering to manual field specification", "{} {0}".format, 1)
raises(ValueError, "cannot switch from manual field specification to automatic field numbering", "{0} {}".format, 1)
raises(ValueError, "Single '}' encountered in format string", "}".format)
raises(ValueError, "Single '{' encountered in format string", "{".format)
raises(ValueError, "expected '}' before end of string", "{0".format, 1)
raises(ValueError, "unmatched '{' in format spec", "{:{".format, 1)
raises(ValueError, "Unknown conversion specifier x", "{!x}".format, 1)
raises(AttributeError, "'int' object has no attribute 'foo'", "{.foo}".format, 1)
raises(ValueError, "Max string recursion exceeded", "{:{:{}}}".format, 1, 2, 3)
raises(ValueError, "Empty attribute in format string", "{0.}".format, 1)
raises(ValueError, "expected '}' before end of string", "{0[a}".format, 1)
raises(ValueError, "Too many decimal digits in format string", ("{" + "9" * 30 + "}").format, 1)
assert "{x} {y}".format_map({"x": 1, "y": 2}) == "1 2"


class D(dict):
    def __missing__(self, k):
        return "<" + k + ">"


assert "{a} {b}".format_map(D(a=1)) == "1 <b>"
