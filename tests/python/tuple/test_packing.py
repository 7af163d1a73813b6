"""Packing, swapping and returning tuples."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def stats(*v):
    return min(v), max(v), sum(v)


low, high, total = stats(3, 1, 2)
assert (low, high, total) == (1, 3, 6)
a, b, c = 1, 2, 3
a, b, c = c, a, b
assert (a, b, c) == (3, 1, 2)
(first, *middle), last = [1, 2, 3], 4
assert (first, middle, last) == (1, [2, 3], 4)
t = 1,
assert t == (1,)
assert len((1, 2) + t) == 3
assert (1, (2, (3,)))[1][1][0] == 3
d = {}
d["x"], d["y"] = 1, 2
for k, (i, v) in zip("ab", enumerate("xy")):
    d[k] = i, v
assert d == {"x": 1, "y": 2, "a": (0, "x"), "b": (1, "y")}
assert max((len(w), w) for w in ("aa", "b", "cc")) == (2, "cc")
raises(ValueError, "too many values to unpack (expected 2)", exec, "a, b = 'abc'")
raises(ValueError, "not enough values to unpack (expected 3, got 2)", exec, "a, b, c = {1: 1, 2: 2}")
