"""Results cross the machine word's borders unharmed."""

for bits in (15, 30, 31, 32, 60, 62, 63, 64, 127, 128):
    p = 1 << bits
    assert p - 1 + 1 == p
    assert -p + 1 - 1 == -p
    assert p * p == 1 << 2 * bits
    assert (p - 1) * (p - 1) == (1 << 2 * bits) - 2 * p + 1
    assert -p - 1 == ~p
    assert abs(-p) == p
    assert -(-p) == p
    assert p // -1 == -p
    assert -p // -1 == p
    assert p % -1 == 0
    assert divmod(-p, -1) == (p, 0)
    assert (p + p) >> 1 == p
    assert (p - p) == 0
    assert p ^ -p == -2 * p
    assert int(str(p)) == p
    assert int(hex(-p), 16) == -p
    assert p.bit_length() == bits + 1
    assert hash(p) == hash(float(p))
    assert p == float(p)
    assert not p < float(p)
assert 9223372036854775807 + 1 == 9223372036854775808
assert -9223372036854775808 - 1 == -9223372036854775809
assert 4611686018427387904 * 2 == 9223372036854775808
assert 3037000500 ** 2 == 9223372037000250000
assert 2147483647 * 2147483647 == 4611686014132420609
assert -9223372036854775808 // -1 == 9223372036854775808
assert -9223372036854775808 * -1 == 9223372036854775808
assert sum([9223372036854775807, 1]) == 9223372036854775808
n = 9223372036854775807
n += 1
assert n == 2 ** 63
n -= 1
assert n == 2 ** 63 - 1
assert range(n, n + 2)[1] == 2 ** 63
