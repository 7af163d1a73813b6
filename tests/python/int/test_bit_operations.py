"""Two's complement operations of any size, with signs."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert 12 & 10 == 8
assert 12 | 10 == 14
assert 12 ^ 10 == 6
assert ~12 == -13
assert -12 & 10 == 0
assert -12 | 10 == -2
assert -12 ^ 10 == -2
assert -1 & 255 == 255
assert -(1 << 70) & ((1 << 72) - 1) == 3 << 70
assert -(1 << 70) | 1 == -(1 << 70) + 1
assert (1 << 100) ^ -1 == ~(1 << 100)
assert ~(1 << 100) & (1 << 100) == 0
assert 1 << 100 == 1267650600228229401496703205376
assert (1 << 100) >> 98 == 4
assert -5 >> 1 == -3
assert -1 >> 1000 == -1
assert 5 >> 1000 == 0
assert -(1 << 100) >> 99 == -2
assert 0 << 10 ** 20 == 0
assert -((1 << 100) + 1) >> 100 == -2
assert 5 >> 10 ** 30 == 0
assert -5 >> 10 ** 30 == -1
assert (255).bit_length() == 8
assert (0).bit_length() == 0
assert (-256).bit_length() == 9
assert (255).bit_count() == 8
assert (-7).bit_count() == 3
assert ((1 << 200) - 1).bit_count() == 200
for x in (-(1 << 65) + 12345, -77, -1, 0, 1, 1 << 64, (1 << 90) - 3):
    for y in (-(1 << 66), -3, 0, 5, (1 << 63)):
        assert (x & y) + (x | y) == x + y
        assert (x ^ y) == (x | y) - (x & y)
        assert ~x == -x - 1
raises(OverflowError, "too many digits in integer", lambda: 1 << 10 ** 20)
raises(TypeError, "unsupported operand type(s) for |: 'int' and 'str'", lambda: 1 | "a")
