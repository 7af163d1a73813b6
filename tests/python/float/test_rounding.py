"""round() to digits, half to even, exactly."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert [round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999)] == [0, 2, 2, 0, -2, 2]
assert type(round(2.5)) is int
assert round(2.675, 2) == 2.67
assert round(2.665, 2) == 2.67
assert round(1.005, 2) == 1.0
assert round(0.125, 2) == 0.12
assert round(1234.5678, 2) == 1234.57
assert round(1234.5678, -2) == 1200.0
assert round(1250.0, -2) == 1200.0
assert round(5e15 + 0.5, 1) == 5e15 + 0.5
assert round(1e300, -299) == 1e300
assert round(1.5, 400) == 1.5
assert round(1.5, -400) == 0.0
assert str(round(-0.4)) == "0"
assert str(round(-0.04, 1)) == "-0.0"
assert round(1e22) == 10 ** 22
assert round(0.15, 1) == 0.1
assert round(0.25, 1) == 0.2
assert round(0.35, 1) == 0.3
assert round(0.45, 1) == 0.5
assert round(2.5, None) == 2
assert type(round(2.0, 0)) is float
raises(OverflowError, "cannot convert float infinity to integer", round, float("inf"))
raises(ValueError, "cannot convert float NaN to integer", round, float("nan"))
assert round(float("inf"), 2) == float("inf")
assert str(round(float("nan"), 2)) == "nan"
raises(OverflowError, "rounded value too large to represent", round, 1.7976931348623157e308, -308)
raises(TypeError, "'str' object cannot be interpreted as an integer", round, 1.5, "1")
import math

assert math.floor(-1.5) == -2
assert math.ceil(-1.5) == -1
assert math.trunc(-1.5) == -1
assert math.floor(1e20) == 10 ** 20
