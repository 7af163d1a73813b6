"""Order of evaluation and exceptions in nested comprehensions."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


log = []


def t(x, name):
    log.append(name)
    return x


result = [t((a, b), "item") for a in t([1, 2], "outer") if t(True, "if1") for b in t("x", "inner") if t(a == 2, "if2")]
assert result == [(2, "x")]
assert log == ["outer", "if1", "inner", "if2", "if1", "inner", "if2", "item"]
log.clear()
d = {t("k", "key"): t("v", "value") for _ in range(1)}
assert log == ["key", "value"]
g = (t(x, "gen") for x in t([1], "source"))
log.clear()
assert log == []
assert next(g) == 1
assert log == ["gen"]


def f():
    total = 0
    return [total := total + x for x in range(5)], total


assert f() == ([0, 1, 3, 6, 10], 10)
it = iter(range(10))
assert [x + next(it) for x in it] == [1, 5, 9, 13, 17]
assert [[y for y in it] for _ in range(2)] == [[], []]
data = [1, 2, 3]
assert [data.append(x * 10) or x for x in data[:]] == [1, 2, 3]
assert data == [1, 2, 3, 10, 20, 30]
assert [x for x in range(3) for x in range(x)] == [0, 0, 1]
assert [(lambda: x)() for x in range(3)] == [0, 1, 2]
assert {x: {y for y in range(x)} for x in range(3)} == {0: set(), 1: {0}, 2: {0, 1}}
assert [*[x for x in "ab"], *(y for y in "c")] == ["a", "b", "c"]
raises(StopIteration, "", lambda: [next(it) for _ in range(1)])
raises(RuntimeError, "generator raised StopIteration", lambda: list(next(it) for _ in range(1)))
raises(NameError, "name 'unset' is not defined", lambda: [unset for _ in (1,)])
