"""The format mini-language for floats."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def f(spec, x):
    return format(x, spec)


assert f("", 1.5) == "1.5"
assert f(".2f", 3.14159) == "3.14"
assert f(".0f", 2.5) == "2"
assert f("#.0f", 2.5) == "2."
assert f("e", 12345.678) == "1.234568e+04"
assert f(".3E", 0.00012345) == "1.234E-04"
assert f("g", 1e10) == "1e+10"
assert f("g", 123456789.0) == "1.23457e+08"
assert f("g", 0.0001) == "0.0001"
assert f("g", 0.00001) == "1e-05"
assert f(".10g", 1 / 3) == "0.3333333333"
assert f("#g", 1.0) == "1.00000"
assert f("G", 1e-10) == "1E-10"
assert f(".3", 1234.5) == "1.23e+03"
assert f(".5", 1234.5) == "1234.5"
assert f("%", 0.256) == "25.600000%"
assert f(".1%", 0.256) == "25.6%"
assert f("+.1f", 2.0) == "+2.0"
assert f(" .1f", 2.0) == " 2.0"
assert f("10.2f", -3.14159) == "     -3.14"
assert f("<10.2f", 3.14159) == "3.14      "
assert f("010.2f", -3.14159) == "-000003.14"
assert f(",", 1234567.891) == "1,234,567.891"
assert f(",.2f", 1e9) == "1,000,000,000.00"
assert f("_.1f", 12345.6) == "12_345.6"
assert f("f", float("inf")) == "inf"
assert f("F", float("nan")) == "NAN"
assert f("010f", float("-inf")) == "-000000inf"
assert f("E", float("inf")) == "INF"
assert f("n", 1234.5) == "1234.5"
assert f("*^12.3e", 1.0) == "*1.000e+00**"
assert f(".2f", -0.001) == "-0.00"
assert f("f", 1e300)[:5] == "10000"
assert f(".60f", 0.1) == "0.100000000000000005551115123125782702118158340454101562500000"
assert f(".1f", 0.25) == "0.2"
assert f(".1f", 0.35) == "0.3"
assert f("012,.1f", 1234.5) == "00,001,234.5"
assert f("=+10.1f", 1.5) == "+      1.5"
assert f(".0e", 15) == "2e+01"
assert f(".0e", 25) == "2e+01"
raises(ValueError, "Unknown format code 'd' for object of type 'float'", f, "d", 1.5)
raises(ValueError, "Unknown format code 'x' for object of type 'float'", f, "x", 1.5)
raises(ValueError, "Cannot specify ',' with 'n'.", f, ",n", 1.5)
raises(ValueError, "Format specifier missing precision", f, ".", 1.5)
raises(ValueError, "Unknown format code 's' for object of type 'float'", f, "s", 1.5)
