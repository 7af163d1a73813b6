"""cmath."""

import cmath
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
    return abs(a - b) < 1e-12


assert close(cmath.sqrt(-1), 1j)
assert close(cmath.exp(1j * math.pi), -1)
assert close(cmath.log(-1), 1j * math.pi)
assert close(cmath.phase(-1), math.pi)
assert cmath.polar(1j) == (1.0, math.pi / 2)
assert close(cmath.rect(2, math.pi / 2), 2j)
assert close(cmath.sin(1j), 1.1752011936438014j)
assert close(cmath.cos(1j), 1.5430806348152437)
assert close(cmath.acos(0), math.pi / 2)
assert close(cmath.log(8, 2), 3)
assert close(cmath.log10(100), 2)
assert close(cmath.tanh(1), math.tanh(1))
assert cmath.isnan(complex(0, cmath.nan))
assert cmath.isinf(complex(cmath.inf, 0))
assert cmath.isfinite(1j)
assert cmath.isclose(1 + 1e-12j, 1)
assert cmath.infj == complex(0, math.inf)
assert cmath.pi == math.pi
raises(ValueError, "math domain error", cmath.log, 0)
raises(TypeError, "must be real number, not str", cmath.sqrt, "a")
raises(OverflowError, "math range error", cmath.exp, 1000)
