"""Conditions with custom truth in every statement form."""


class T:
    def __init__(self, v):
        self.v, self.asked = v, 0

    def __bool__(self):
        self.asked += 1
        return self.v


t, f = T(True), T(False)
assert (t and f) is f
assert (f or t) is t
assert (t or f) is t
assert (f and t) is f
t.asked = f.asked = 0
assert [1 for _ in range(2) if t] == [1, 1]
assert t.asked == 2
assert (1 if f else 2) == 2
assert f.asked == 1
assert list(filter(None, [t, f])) == [t]
assert any([f, t])
assert not all([t, f])
while f:
    raise AssertionError
assert not f
assert bool(t)
assert (not t) is False
assert [x for x in (t, f) if not x] == [f]
