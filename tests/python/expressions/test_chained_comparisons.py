"""A chain evaluates each operand once and stops at the first false."""

calls = []


def n(x):
    calls.append(x)
    return x


assert n(1) < n(2) < n(3)
assert calls == [1, 2, 3]
calls.clear()
assert not n(3) < n(2) < n(9)
assert calls == [3, 2]
assert 1 < 2 > 1 != 3 == 3 is not None
assert (1 in [1]) == True
assert not (1 in [1] == True)
assert (False == False) in [True]
assert False == (False in [True])


class C:
    def __lt__(self, other):
        return []


assert (C() < C() < C()) == []
