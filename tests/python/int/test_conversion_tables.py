"""Integers of many sizes through text in several bases."""


def to_base(n, base):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    sign, n, out = "-" if n < 0 else "", abs(n), ""
    while n:
        n, d = divmod(n, base)
        out = digits[d] + out
    return sign + (out or "0")


for n in (0, 1, -1, 35, 36, 12345, -98765, 2 ** 31, 2 ** 64 - 1, -(2 ** 70) + 3, 10 ** 50, 7 ** 90):
    for base in (2, 3, 7, 8, 10, 16, 29, 36):
        assert int(to_base(n, base), base) == n
    assert to_base(n, 2) == bin(n).replace("0b", "")
    assert to_base(n, 16) == hex(n).replace("0x", "")
    assert to_base(n, 8) == oct(n).replace("0o", "")
    assert to_base(n, 10) == str(n)
    assert f"{n:,}".replace(",", "") == str(n)
    assert f"{n:x}" == to_base(n, 16)
    assert int(f"{n:_}") == n
    assert "%d" % n == str(n)
    assert int(repr(n)) == n
gray = [n ^ n >> 1 for n in range(8)]
assert gray == [0, 1, 3, 2, 6, 7, 5, 4]
assert [bin(n).count("1") for n in range(8)] == [0, 1, 1, 2, 1, 2, 2, 3]
assert sum(int(c) for c in str(2 ** 1000)) == 1366
assert [n for n in range(1, 1000) if str(n) == str(n)[::-1]][-3:] == [979, 989, 999]
assert int("".join(map(str, range(10)))) == 123456789
assert [to_base(255, b) for b in (2, 8, 16)] == ["11111111", "377", "ff"]
