"""Operators bind as the grammar says."""

assert 2 + 3 * 4 == 14
assert -2 ** 2 == -4
assert 2 ** -1 == 0.5
assert 2 ** 3 ** 2 == 512
assert -3 // 2 == -2
assert -(3 // 2) == -1
assert 7 % -3 == -2
assert -7 % 3 == 2
assert 1 << 2 + 1 == 8
assert 1 | 2 ^ 3 & 1 == 3
assert not 1 == 2
assert (not 0) + 1 == 2
assert ~5 == -6
assert - -5 == 5
assert +-+5 == -5
assert 10 - 4 - 3 == 3
assert 100 / 10 / 2 == 5.0
assert 3 * "ab" + "c" == "abababc"
assert 5 & 3 == 3 & 5
assert (1 if 0 else 2) + 1 == 3
assert (1, 2) + (3,) == (1, 2, 3)
