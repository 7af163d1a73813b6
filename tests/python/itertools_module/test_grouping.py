"""groupby, tee and zip_longest."""

from itertools import groupby, tee, zip_longest


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert [(k, list(g)) for k, g in groupby("aabbba")] == [("a", ["a", "a"]), ("b", ["b", "b", "b"]), ("a", ["a"])]
assert [(k, len(list(g))) for k, g in groupby(range(10), lambda x: x // 4)] == [(0, 4), (1, 4), (2, 2)]
assert list(groupby([])) == []
groups = groupby("aab")
k, first = next(groups)
next(groups)
assert list(first) == []
a, b = tee(iter("abc"))
assert next(a) == "a"
assert next(a) == "b"
assert list(b) == ["a", "b", "c"]
assert list(a) == ["c"]
x, y, z = tee(range(2), 3)
assert list(x) == list(y) == list(z) == [0, 1]
assert tee([], 0) == ()
c, = tee("ab", 1)
d = c.__copy__()
assert next(c) == "a"
assert list(d) == ["a", "b"]
assert list(zip_longest("abc", [1], fillvalue="-")) == [("a", 1), ("b", "-"), ("c", "-")]
assert list(zip_longest([1], [2, 3])) == [(1, 2), (None, 3)]
assert list(zip_longest()) == []
raises(ValueError, "n must be >= 0", tee, "a", -1)
raises(TypeError, "zip_longest() got an unexpected keyword argument", lambda: zip_longest("a", foo=1))
raises(TypeError, "'int' object is not iterable", groupby, 5)


class Key:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v % 2 == o.v % 2


assert [len(list(g)) for _, g in groupby([1, 3, 2, 4, 5], Key)] == [2, 2, 1]
