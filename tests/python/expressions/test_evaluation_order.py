"""Operands and arguments are evaluated from left to right."""

log = []


def f(name, value=None):
    log.append(name)
    return name if value is None else value


def take():
    seen, log[:] = log[:], []
    return "".join(seen)


f("a") + f("b") * 0 + f("c")
assert take() == "abc"
(f("a"), [f("b"), f("c")], {f("d"): f("e")}, {f("g")})
assert take() == "abcdeg"
f("f", lambda *a, **k: None)(f("1"), *[f("2")], k=f("3"), **{f("4"): f("5")})
assert take() == "f12345"
d = {}
f("d", d)[f("k")] = f("v")
assert take() == "vdk"
d[f("a")], d[f("b")] = f("x"), f("y")
assert take() == "xyab"
f("a", 1) if f("c", 0) else f("b", 2)
assert take() == "cb"
f("l", [1, 2, 3])[f("i", 0):f("j", 2):f("s", 1)]
assert take() == "lijs"
f("1", 1) < f("2", 2) < f("3", 3)
assert take() == "123"
