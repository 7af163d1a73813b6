"""zip, map, filter, enumerate and reversed."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert list(zip([1, 2], "ab", (True, False))) == [(1, "a", True), (2, "b", False)]
assert list(zip()) == []
assert list(zip([1, 2, 3], [1])) == [(1, 1)]
assert list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])) == [11, 22]
assert list(map(int, "12")) == [1, 2]
assert list(filter(None, [0, 1, "", "a"])) == [1, "a"]
assert list(filter(str.isalpha, "a1b")) == ["a", "b"]
assert list(enumerate("ab")) == [(0, "a"), (1, "b")]
assert list(enumerate("a", start=5)) == [(5, "a")]
assert list(enumerate("ab", 2 ** 63 - 1))[1][0] == 2 ** 63
assert list(reversed([1, 2])) == [2, 1]
assert list(reversed("ab")) == ["b", "a"]
assert list(reversed(range(2))) == [1, 0]
assert list(zip("ab", "cd", strict=True)) == [("a", "c"), ("b", "d")]
raises(ValueError, "zip() argument 2 is shorter than argument 1", lambda: list(zip("ab", "c", strict=True)))
raises(ValueError, "zip() argument 2 is longer than argument 1", lambda: list(zip("a", "cd", strict=True)))
raises(ValueError, "zip() argument 3 is shorter than arguments 1-2", lambda: list(zip("ab", "cd", "e", strict=True)))
raises(TypeError, "'int' object is not iterable", zip, 5)
raises(TypeError, "'int' object is not iterable", zip, "a", 5)
raises(TypeError, "map() must have at least two arguments.", map, str)
raises(TypeError, "'int' object is not callable", lambda: list(map(5, [1])))
raises(TypeError, "'int' object is not reversible", reversed, 5)
raises(TypeError, "filter expected 2 arguments, got 1", filter, None)
raises(TypeError, "'str' object cannot be interpreted as an integer", enumerate, "a", "b")


class R:
    def __reversed__(self):
        return iter("custom")

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return i


assert "".join(reversed(R())) == "custom"
del R.__reversed__
assert list(reversed(R())) == [1, 0]
