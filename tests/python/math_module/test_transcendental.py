"""Logarithms, powers and trigonometry."""

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


def close(a, b):
    return abs(a - b) <= 1e-14 * max(1, abs(b))


assert math.sqrt(2) == 1.4142135623730951
assert math.exp(0) == 1.0
assert close(math.exp(1), math.e)
assert close(math.expm1(1e-10), 1.00000000005e-10)
assert close(math.log(math.e), 1)
assert close(math.log1p(1e-10), 9.9999999995e-11)
assert math.log2(1024) == 10.0
assert math.log10(1000) == close(1, 1) * 3.0
assert math.log(8, 2) == 3.0
assert close(math.log(10 ** 400), 921.0340371976183)
assert math.log2(2 ** 1000) == 1000.0
assert math.log10(10 ** 400) == 400.0
assert math.pow(2, 3) == 8.0
assert math.pow(-2, 2) == 4.0
assert math.pow(math.nan, 0) == 1.0
assert close(math.sin(1), 0.8414709848078965)
assert close(math.cos(1), 0.5403023058681398)
assert close(math.tan(1), 1.5574077246549023)
assert close(math.asin(1), math.pi / 2)
assert math.acos(1) == 0.0
assert close(math.atan(1), math.pi / 4)
assert close(math.atan2(-1, -1), -3 * math.pi / 4)
assert math.atan2(0.0, -0.0) == math.pi
assert close(math.sinh(1), 1.1752011936438014)
assert close(math.cosh(1), 1.5430806348152437)
assert close(math.tanh(1), 0.7615941559557649)
assert close(math.asinh(1), 0.881373587019543)
assert close(math.acosh(2), 1.3169578969248166)
assert close(math.atanh(0.5), 0.5493061443340549)
assert close(math.gamma(5), 24)
assert close(math.lgamma(10), 12.801827480081469)
assert close(math.erf(1), 0.8427007929497149)
assert close(math.erfc(1), 0.15729920705028513)
assert math.gamma(0.5) ** 2 - math.pi < 1e-12
raises(ValueError, "math domain error", math.sqrt, -1)
raises(ValueError, "math domain error", math.log, 0)
raises(ValueError, "math domain error", math.acos, 2)
raises(ValueError, "math domain error", math.pow, -1, 0.5)
raises(OverflowError, "math range error", math.exp, 1000)
raises(ValueError, "math domain error", math.gamma, 0)
raises(TypeError, "must be real number, not complex", math.sin, 1j)
raises(TypeError, "math.sin() takes exactly one argument (0 given)", math.sin)
raises(ZeroDivisionError, "float division by zero", math.log, 2, 1)
