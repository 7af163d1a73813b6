"""Counters."""

from collections import Counter


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


c = Counter("abracadabra")
assert c["a"] == 5
assert c["z"] == 0
assert "z" not in c
assert c.most_common(2) == [("a", 5), ("b", 2)]
assert sum(c.values()) == 11
assert c.total() == 11
assert repr(Counter("aab")) == "Counter({'a': 2, 'b': 1})"
c.update("aaa")
c.subtract({"b": 5})
assert c["a"] == 8
assert c["b"] == -3
assert sorted(Counter(a=2, b=-1).elements()) == ["a", "a"]
assert dict(+Counter(a=1, b=-1)) == {"a": 1}
assert dict(-Counter(a=1, b=-2)) == {"b": 2}
x, y = Counter(a=3, b=1), Counter(a=1, b=2)
assert x + y == Counter(a=4, b=3)
assert x - y == Counter(a=2)
assert x & y == Counter(a=1, b=1)
assert x | y == Counter(a=3, b=2)
assert x == Counter({"b": 1, "a": 3})
assert Counter(a=1) == Counter(a=1, b=0)
assert Counter(a=1) <= x
x += y
assert x == Counter(a=4, b=3)
assert Counter().most_common() == []
assert list(Counter([3, 1, 3])) == [3, 1]
assert Counter(a=1).copy() == Counter(a=1)
del c["nothing"]
raises(NotImplementedError, "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.", Counter.fromkeys, "a")
raises(TypeError, "Counter.__init__() takes from 1 to 2 positional arguments but 3 were given", Counter, 1, 2)
raises(TypeError, "'int' object is not iterable", Counter, 5)
words = "one two two three three three".split()
assert Counter(words).most_common() == [("three", 3), ("two", 2), ("one", 1)]
assert Counter(map(len, words)) == {3: 3, 5: 3}
