"""Mutable containers of arguments are fresh for each call."""


def f(*args, **kwargs):
    kwargs["seen"] = True
    return args, kwargs


given = {"a": 1}
f(**given)
assert given == {"a": 1}
assert f() == ((), {"seen": True})
assert f()[1] is not f()[1]


def swap(a, b):
    a, b = b, a
    return a, b


assert swap(1, 2) == (2, 1)


def rebind(x):
    x = x + [1]
    return x


orig = []
assert rebind(orig) == [1]
assert orig == []


def many(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, *rest):
    return a0 + a11, rest


assert many(*range(15)) == (11, (12, 13, 14))
ns = {}
exec("def big(" + ", ".join("p%d=%d" % (i, i) for i in range(300)) + "): return p0 + p299", ns)
assert ns["big"]() == 299
assert ns["big"](p299=1) == 1
assert eval("f(" + ",".join("k%d=1" % i for i in range(300)) + ")")[1]["k299"] == 1
assert len(eval("f(" + ",".join("1" for i in range(300)) + ")")[0]) == 300
