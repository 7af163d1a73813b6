"""Products and quotients of large integers."""

a = 123456789012345678901234567890
b = 987654321098765432109876543210
assert a * b == 121932631137021795226185032733622923332237463801111263526900
assert b // a == 8
assert b % a == 9000000000900000000090
assert a * -b == -(a * b)
assert (a * b) // b == a
assert (a * b) % b == 0
assert (a * b + 7) % b == 7
assert -b // a == -9
assert -b % a == a - 9000000000900000000090
f = 1
for i in range(1, 101):
    f *= i
assert str(f)[:20] == "93326215443944152681"
assert len(str(f)) == 158
assert f % 101 == 100
g = f
for i in range(100, 0, -1):
    g, r = divmod(g, i)
    assert r == 0
assert g == 1
x = 3 ** 1000
y = 7 ** 500
q, r = divmod(x, y)
assert q * y + r == x
assert 0 <= r < y
assert (x * y) // x == y
assert (x + y) * (x - y) == x * x - y * y
k = 10 ** 2000 + 1
assert (k * k) == 10 ** 4000 + 2 * 10 ** 2000 + 1
assert (k ** 3) // (k * k) == k
assert (1 << 5000) // (1 << 4999) == 2
assert (1 << 5000) % 10007 == pow(2, 5000, 10007)
