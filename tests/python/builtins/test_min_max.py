"""min and max with keys and defaults."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert min(3, 1, 2) == 1
assert max([3, 1, 2]) == 3
assert min("hello") == "e"
assert max({1: "a", 5: "b"}) == 5
assert max("a", "bb", key=len) == "bb"
assert min([], default=None) is None
assert max([1, 1.0]) == 1
assert type(max([1, 1.0])) is int
assert type(min([1.0, 1])) is float
assert max((2, "b"), (2, "a")) == (2, "b")
assert min(["b", "a"], key=None) == "a"
assert max(range(10), key=lambda x: -abs(x - 4)) == 4
assert min(x * x for x in range(-3, 3)) == 0
assert max([[1, 2], [1, 3]]) == [1, 3]
first = max([("a", 1), ("b", 1)], key=lambda p: p[1])
assert first == ("a", 1)
assert min([("a", 1), ("b", 1)], key=lambda p: p[1]) == ("a", 1)
raises(ValueError, "max() arg is an empty sequence", max, [])
raises(ValueError, "min() arg is an empty sequence", min, ())
raises(TypeError, "max expected at least 1 argument, got 0", max)
raises(TypeError, "'int' object is not iterable", max, 5)
raises(TypeError, "'>' not supported between instances of 'str' and 'int'", max, 1, "a")
raises(TypeError, "'<' not supported between instances of 'str' and 'int'", min, 1, "a")
raises(TypeError, "Cannot specify a default for max() with multiple positional arguments", lambda: max(1, 2, default=3))
raises(TypeError, "'foo' is an invalid keyword argument for max()", lambda: max(1, 2, foo=3))
raises(TypeError, "'int' object is not callable", lambda: max([1, 2], key=5))
nan = float("nan")
assert max(nan, 1) is nan
assert max(1, nan) == 1
