"""Integer arithmetic, floor division and modulo signs."""

assert 7 // 2 == 3
assert -7 // 2 == -4
assert 7 // -2 == -4
assert -7 // -2 == 3
assert 7 % 2 == 1
assert -7 % 2 == 1
assert 7 % -2 == -1
assert -7 % -2 == -1
assert divmod(7, -2) == (-4, -1)
assert divmod(-7, 2) == (-4, 1)
assert 7 / 2 == 3.5
assert type(4 / 2) is float
assert 2 ** 10 == 1024
assert 2 ** 0 == 1
assert 0 ** 0 == 1
assert (-2) ** 3 == -8
assert 2 ** -2 == 0.25
assert (-2) ** -1 == -0.5
assert (-2) ** 0.5 != None
assert type((-8) ** (1 / 3)) is complex
assert abs(-5) == 5
assert -(-5) == 5
assert +5 == 5
assert ~0 == -1
assert int.__add__(1, 2) == 3
assert (1).__add__(1.0) is NotImplemented
assert (5).__rsub__(7) == 2
assert (1).__truediv__(2) == 0.5
assert (7).__floordiv__(2) == 3
assert (2).__pow__(3, 5) == 3
assert 2 + True == 3
assert True * 5 == 5
assert type(True + True) is int
assert -True == -1
for a in range(-20, 21):
    for b in list(range(-5, 0)) + list(range(1, 6)):
        q, r = divmod(a, b)
        assert q * b + r == a
        assert (0 <= r < b or b < r <= 0)
