"""What locals() and globals() give in each scope."""

g = 1


def f(a, *b, c=3):
    d = a
    snapshot = locals()
    e = 5
    return snapshot, "e" in snapshot


snapshot, has_e = f(1, 2)
assert {k: v for k, v in snapshot.items() if k != "snapshot"} == {"a": 1, "b": (2,), "c": 3, "d": 1}
assert not has_e
assert globals()["g"] == 1
assert globals() is f.__globals__
assert locals() is globals()
globals()["made"] = 7
assert made == 7


class C:
    x = 1
    seen = sorted(k for k in locals() if not k.startswith("__"))
    locals()["injected"] = 2


assert C.seen == ["x"]
assert C.injected == 2


def closure():
    free = 1

    def inner():
        free
        return locals()

    return inner()


assert closure() == {"free": 1}


def unchanged():
    x = 1
    locals()["x"] = 2
    return x


assert unchanged() == 1


def execing():
    x = 1
    exec("x = 2; y = 3")
    return x


assert execing() == 1


def gen():
    v = 1
    yield locals()
    w = 2
    yield dict(locals())


h = gen()
assert next(h) == {"v": 1}
assert next(h) == {"v": 1, "w": 2}
