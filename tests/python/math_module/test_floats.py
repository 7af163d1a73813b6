"""Rounding, decomposition and float neighbours."""

import math


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert math.floor(2.7) == 2
assert math.ceil(-2.7) == -2
assert math.trunc(-2.7) == -2
assert math.floor(10 ** 30) == 10 ** 30
assert math.modf(2.5) == (0.5, 2.0)
assert math.modf(-0.5) == (-0.5, -0.0)
assert math.frexp(8.0) == (0.5, 4)
assert math.ldexp(0.5, 4) == 8.0
assert math.frexp(0) == (0.0, 0)
assert math.fabs(-2) == 2.0
assert math.copysign(1, -0.0) == -1.0
assert math.fmod(-7, 3) == -1.0
assert math.remainder(7, 4) == -1.0
assert math.remainder(5, 2) == 1.0
assert math.fsum([0.1] * 10) == 1.0
assert math.hypot(3, 4) == 5.0
assert math.hypot() == 0.0
assert math.dist((0, 0), (3, 4)) == 5.0
assert math.isnan(math.nan)
assert math.isinf(-math.inf)
assert math.isfinite(1)
assert not math.isfinite(math.inf)
assert math.isclose(1, 1 + 1e-10)
assert not math.isclose(1, 1.1)
assert math.isclose(0, 1e-10, abs_tol=1e-9)
assert math.isclose(math.inf, math.inf)
assert math.nextafter(1, 2) == 1.0000000000000002
assert math.nextafter(0, -1) == -5e-324
assert math.ulp(1.0) == 2.220446049250313e-16
assert math.ulp(0) == 5e-324
assert math.pi == 3.141592653589793
assert math.e == 2.718281828459045
assert math.tau == 2 * math.pi
assert math.degrees(math.pi) == 180.0 and math.radians(180) == math.pi and math.cbrt(8) == 2.0 if hasattr(math, "cbrt") else True
raises(TypeError, "must be real number, not str", math.floor, "a")
raises(OverflowError, "cannot convert float infinity to integer", math.ceil, math.inf)
raises(ValueError, "math domain error", math.fmod, math.inf, 1)
raises(OverflowError, "math range error", math.ldexp, 1.0, 5000)
raises(OverflowError, "intermediate overflow in fsum", math.fsum, [1e308, 1e308, 1e308])
raises(ValueError, "both points must have the same number of dimensions", math.dist, (1,), (1, 2))
raises(ValueError, "tolerances must be non-negative", lambda: math.isclose(1, 2, rel_tol=-1))
