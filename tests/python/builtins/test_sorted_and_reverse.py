"""sorted's arguments."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert sorted([3, 1, 2]) == [1, 2, 3]
assert sorted("hello") == ["e", "h", "l", "l", "o"]
assert sorted({3: 0, 1: 0}) == [1, 3]
assert sorted([], key=None) == []
assert sorted([1, -3, 2], key=abs) == [1, 2, -3]
assert sorted([1, 3, 2], reverse=True) == [3, 2, 1]
assert sorted("bA", key=str.lower) == ["A", "b"]
assert sorted([1, 2], reverse=1) == [2, 1]
assert sorted((x for x in "ba")) == ["a", "b"]
raises(TypeError, "sorted expected 1 argument, got 0", sorted)
raises(TypeError, "sorted expected 1 argument, got 2", sorted, [], None)
raises(TypeError, "'int' object is not iterable", sorted, 5)
raises(TypeError, "'<' not supported between instances of 'str' and 'int'", sorted, [1, "a"])
raises(TypeError, "'<' not supported between instances of 'NoneType' and 'NoneType'", sorted, [None, None])
raises(TypeError, "'cmp' is an invalid keyword argument for sort()", lambda: sorted([], cmp=1))
raises(TypeError, "'str' object cannot be interpreted as an integer", lambda: sorted([], reverse="x"))
raises(TypeError, "sort() takes no positional arguments", [].sort, 1)
raises(ZeroDivisionError, "division by zero", lambda: sorted([1, 0], key=lambda x: 1 / x))
