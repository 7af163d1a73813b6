"""Methods and attributes of float."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert (0.5).as_integer_ratio() == (1, 2)
assert (-3.0).as_integer_ratio() == (-3, 1)
assert (0.1).as_integer_ratio() == (3602879701896397, 36028797018963968)
assert (1e20).as_integer_ratio() == (10 ** 20, 1)
assert (2.0).is_integer()
assert not (2.5).is_integer()
assert not float("inf").is_integer()
assert (1e300).is_integer()
assert (1.5).real == 1.5
assert (1.5).imag == 0.0
assert (1.5).conjugate() == 1.5
assert (1.5).__trunc__() == 1
assert (1.5).__floor__() == 1
assert (1.5).__ceil__() == 2
assert (-0.5).__ceil__() == 0
assert int(-1e19) == -10 ** 19
assert hash(0.5) == 2 ** 60
assert hash(1.5) == 1152921504606846977
assert hash(float("inf")) == 314159
assert hash(float("-inf")) == -314159
assert hash(-1.0) == -2
assert hash(1e300) == hash(int(1e300))
assert hash(-0.0) == 0
raises(OverflowError, "cannot convert Infinity to integer ratio", float("inf").as_integer_ratio)
raises(ValueError, "cannot convert NaN to integer ratio", float("nan").as_integer_ratio)
assert (1.5).__eq__(1.5) is True
assert (1.5).__eq__("x") is NotImplemented
assert (1.5).__add__("x") is NotImplemented
assert (1.5).__add__(1) == 2.5
assert (1.5).__radd__(1) == 2.5
assert (2.0).__rpow__(3) == 9.0
assert (2.0).__rtruediv__(1) == 0.5
assert (1.5).__getnewargs__() == (1.5,)
assert float.__doc__.startswith("Convert a string or number")
import sys

assert sys.float_info.max == 1.7976931348623157e308
assert sys.float_info.epsilon == 2 ** -52
assert sys.float_info.dig == 15
assert float.__getformat__("double") == "IEEE, little-endian"
