"""repr and format of complex numbers."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert repr(1 + 2j) == "(1+2j)"
assert repr(2j) == "2j"
assert repr(-2j) == "(-0-2j)"
assert repr(1 - 0j) == "(1+0j)"
assert repr(complex(0, -2)) == "-2j"
assert repr(complex(-0.0, 2)) == "(-0+2j)"
assert repr(0j) == "0j"
assert repr(1.5 + 2.25j) == "(1.5+2.25j)"
assert repr(complex(1e20, 1e-7)) == "(1e+20+1e-07j)"
assert str(complex("inf")) == "(inf+0j)"
assert repr(complex(0, float("nan"))) == "nanj"
assert format(1 + 2j, ".2f") == "1.00+2.00j"
assert format(1 + 2j, "") == "(1+2j)"
assert format(1 + 2j, "e") == "1.000000e+00+2.000000e+00j"
assert format(1 + 2j, "10") == "    (1+2j)"
assert format(1.5 - 2j, "g") == "1.5-2j"
assert format(1 + 2j, "+.1f") == "+1.0+2.0j"
assert format(1234 + 5678j, ",.1f") == "1,234.0+5,678.0j"
assert format(3j, "<10.1f") == "0.0+3.0j  "
assert f"{1j!r:>4}" == "  1j"
raises(ValueError, "Zero padding is not allowed in complex format specifier", format, 1j, "010")
raises(ValueError, "'=' alignment flag is not allowed in complex format specifier", format, 1j, "=10")
raises(ValueError, "Unknown format code 'd' for object of type 'complex'", format, 1j, "d")
for z in (1 + 2j, -0.5 - 1e-10j, complex(-0.0, -0.0), 1e300 + 1j):
    assert repr(complex(repr(z))) == repr(z)
