"""The format mini-language for integers."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def f(spec, n):
    return format(n, spec)


assert f("d", 42) == "42"
assert f("5d", 42) == "   42"
assert f("<5d", 42) == "42   "
assert f("^6d", 42) == "  42  "
assert f("+d", 42) == "+42"
assert f(" d", 42) == " 42"
assert f("-d", -42) == "-42"
assert f("05d", -42) == "-0042"
assert f("x", 255) == "ff"
assert f("X", 255) == "FF"
assert f("#x", 255) == "0xff"
assert f("#X", 255) == "0XFF"
assert f("#010x", 255) == "0x000000ff"
assert f("b", 5) == "101"
assert f("#b", 5) == "0b101"
assert f("o", 8) == "10"
assert f(",", 1234567) == "1,234,567"
assert f("_", 1234567) == "1_234_567"
assert f("_x", 0xABCDEF12) == "abcd_ef12"
assert f(",d", -1234) == "-1,234"
assert f("010,d", 1234) == "00,001,234"
assert f("_b", 255) == "1111_1111"
assert f("*=+8d", 42) == "+*****42"
assert f("=8d", -42) == "-     42"
assert f("c", 65) == "A"
assert f("n", 1234567) == "1234567"
assert f("e", 12345) == "1.234500e+04"
assert f(".2f", 5) == "5.00"
assert f("%", 2) == "200.000000%"
assert f("g", 10 ** 20) == "1e+20"
assert f("", 5) == "5"
assert f("<", 5) == "5"
assert f("é^5", 1) == "éé1éé"
assert f(",", 10 ** 30) == "1,000,000,000,000,000,000,000,000,000,000"
raises(ValueError, "Unknown format code 's' for object of type 'int'", f, "s", 5)
raises(ValueError, "Precision not allowed in integer format specifier", f, ".2d", 5)
raises(ValueError, "Cannot specify ',' with 'x'.", f, ",x", 5)
raises(ValueError, "Cannot specify both ',' and '_'.", f, ",_", 5)
raises(ValueError, "Sign not allowed with integer format specifier 'c'", f, "+c", 5)
raises(ValueError, "Alternate form (#) not allowed with integer format specifier 'c'", f, "#c", 5)
raises(OverflowError, "%c arg not in range(0x110000)", f, "c", -1)
raises(ValueError, "Invalid format specifier", f, "5 d", 5)
raises(ValueError, "Unknown format code 'y' for object of type 'int'", f, "y", 5)
raises(ValueError, "Format specifier missing precision", f, ".f", 5)
raises(ValueError, "Too many decimal digits in format string", f, "9" * 30, 5)
