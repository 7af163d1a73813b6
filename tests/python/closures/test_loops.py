"""Loop variables are one cell; defaults and factories make many."""

functions = []
for i in range(3):
    functions.append(lambda: i)
assert [f() for f in functions] == [2, 2, 2]


def make():
    out = []
    for k in range(3):
        def f():
            return k
        out.append(f)
    k = "after"
    return out


assert [f() for f in make()] == ["after"] * 3


def factory(k):
    return lambda: k


assert [f() for f in [factory(k) for k in range(3)]] == [0, 1, 2]
assert [f() for f in [lambda k=k: k for k in range(3)]] == [0, 1, 2]
gen = (lambda: j for j in range(3))
assert [f() for f in gen] == [0, 1, 2]
gen = list(lambda: j for j in range(3))
assert [f() for f in gen] == [2, 2, 2]
