"""Recursive generators and many alive at once."""


def countdown(n):
    if n:
        yield n
        yield from countdown(n - 1)


assert list(countdown(100)) == list(range(100, 0, -1))
many = [iter(countdown(3)) for _ in range(500)]
assert sum(next(g) for g in many) == 1500
assert sum(next(g) for g in many) == 1000
assert sum(sum(g) for g in many) == 500


def flatten(x):
    for v in x:
        if isinstance(v, (list, tuple)):
            yield from flatten(v)
        else:
            yield v


nested = [1]
for i in range(60):
    nested = [nested, i]
assert len(list(flatten(nested))) == 61


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


moves = list(hanoi(6))
assert len(moves) == 63
assert moves[:4] == ["AB", "AC", "BC", "AB"]
g = (x for x in range(3))
for _ in range(50):
    g = (x + 1 for x in g)
assert list(g) == [50, 51, 52]


def infinite():
    yield 0
    yield from infinite()


try:
    for _ in infinite():
        pass
except RecursionError:
    pass
else:
    raise AssertionError
