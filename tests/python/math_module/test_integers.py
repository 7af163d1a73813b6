"""gcd, lcm, factorial, comb, perm, isqrt, prod."""

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


assert math.gcd(12, 18) == 6
assert math.gcd() == 0
assert math.gcd(0, 0) == 0
assert math.gcd(-4, 6, 10) == 2
assert math.lcm(4, 6) == 12
assert math.lcm() == 1
assert math.lcm(0, 5) == 0
assert math.gcd(10 ** 40, 10 ** 30 + 10 ** 20) == 10 ** 20 * math.gcd(10 ** 20, 10 ** 10 + 1)
assert math.factorial(0) == 1
assert math.factorial(20) == 2432902008176640000
assert math.factorial(25) == 15511210043330985984000000
assert math.comb(5, 2) == 10
assert math.comb(3, 5) == 0
assert math.comb(100, 50) == 100891344545564193334812497256
assert math.perm(5, 2) == 20
assert math.perm(5) == 120
assert math.perm(3, 4) == 0
assert math.isqrt(0) == 0
assert math.isqrt(99) == 9
assert math.isqrt(10 ** 40) == 10 ** 20
assert math.isqrt(2 ** 64 - 1) == 2 ** 32 - 1
assert math.prod([2, 3, 4]) == 24
assert math.prod([]) == 1
assert math.prod([1.5, 2], start=10) == 30.0
raises(ValueError, "factorial() not defined for negative values", math.factorial, -1)
raises(TypeError, "'float' object cannot be interpreted as an integer", math.factorial, 1.5)
raises(ValueError, "isqrt() argument must be nonnegative", math.isqrt, -1)
raises(ValueError, "n must be a non-negative integer", math.comb, -1, 2)
raises(ValueError, "k must be a non-negative integer", math.comb, 2, -1)
raises(TypeError, "'str' object cannot be interpreted as an integer", math.gcd, "a")
