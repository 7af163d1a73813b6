"""Numbers that are equal hash alike; containers combine."""

from decimal import Decimal
from fractions import Fraction

for x, y in [(1, 1.0), (2 ** 60, float(2 ** 60)), (0, -0.0), (True, 1), (3, 3 + 0j), (Fraction(1, 2), 0.5), (Decimal("2.5"), 2.5), (Fraction(7), 7), (Decimal(10 ** 20), 10 ** 20)]:
    assert x == y and hash(x) == hash(y), (x, y)
P = 2 ** 61 - 1
assert hash(P) == 0
assert hash(P + 5) == 5
assert hash(-P - 5) == -5
assert hash(-1) == -2
assert hash(-2) == -2
assert hash(2 ** 1000) == pow(2, 1000, P)
assert hash(0.5) == pow(2, -1, P)
assert hash(0.75) == 3 * pow(4, -1, P) % P
assert hash(1e100) == int(1e100) % P
assert hash((1, 2, 3)) == hash((1.0, 2.0, 3.0))
assert hash(()) == hash(())
assert hash(((1,), 2)) == hash(((1,), 2))
assert hash(frozenset([1, 2])) == hash(frozenset([2, 1]))
assert hash((1, 2)) == -3550055125485641917
assert hash(()) == 5740354900026072187
assert hash((0,)) == -8753497827991233192
assert hash(1j) == 1000003
assert hash(1 + 1j) == 1000004
assert hash(float("inf")) == 314159
assert hash(range(3)) == hash(range(0, 3, 1))
assert hash(range(0)) == hash(range(2, 2))
assert hash(int) == hash(int)
