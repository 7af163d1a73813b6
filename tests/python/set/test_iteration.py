"""Iteration of sets, and changes on the way."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


s = {1, 2, 3}
assert sorted(s) == [1, 2, 3]
assert sum(s) == 6
assert max(s) == 3
assert len(list(iter(s))) == 3
assert sorted(x * 2 for x in s) == [2, 4, 6]
it = iter(s)
next(it)
s.add(99)
raises(RuntimeError, "Set changed size during iteration", next, it)
it = iter({5})
assert it.__length_hint__() == 1
assert next(it) == 5
assert next(it, None) is None
big = set(range(1000))
big -= set(range(0, 1000, 2))
assert len(big) == 500
assert sum(big) == 250000
assert 999 in big
assert 998 not in big
for x in list(big):
    big.discard(x)
assert not big
words = set("the quick brown fox jumps over the lazy dog".split())
assert len(words) == 8
assert sorted(words)[0] == "brown"
assert set("hello") == set("olleh")
assert set("aab") == {"a", "b"}
a, *rest = sorted({3, 1, 2})
assert a == 1
assert rest == [2, 3]
assert {*{1}, *{2}} == {1, 2}
assert set(map(len, words)) == {3, 4, 5}
raises(TypeError, "'int' object is not iterable", set, 5)
raises(TypeError, "'set' object is not an iterator", next, {1})
raises(TypeError, "'set' object is not reversible", reversed, {1})
