"""count, cycle, repeat, islice, takewhile and kin."""

from itertools import accumulate, chain, compress, count, cycle, dropwhile, filterfalse, islice, pairwise, repeat, starmap, takewhile


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert list(islice(count(5), 3)) == [5, 6, 7]
assert list(islice(count(1, 0.5), 3)) == [1, 1.5, 2.0]
assert repr(count(2 ** 63)) == "count(9223372036854775808)"
assert repr(count(1, 2)) == "count(1, 2)"
assert list(islice(cycle("ab"), 5)) == ["a", "b", "a", "b", "a"]
assert list(cycle([])) == []
assert list(repeat("x", 3)) == ["x"] * 3
assert repr(repeat(1, 2)) == "repeat(1, 2)"
assert list(repeat(1, -5)) == []
assert list(islice("abcdef", 2)) == ["a", "b"]
assert list(islice("abcdef", 1, None, 2)) == ["b", "d", "f"]
assert list(islice("abc", 0)) == []
assert list(islice(range(10), 2, 8, 3)) == [2, 5]
assert list(takewhile(lambda x: x < 3, [1, 2, 3, 1])) == [1, 2]
assert list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])) == [3, 1]
assert list(filterfalse(None, [0, 1, ""])) == [0, ""]
assert list(compress("abcd", [1, 0, 1])) == ["a", "c"]
assert list(chain("ab", [1], ())) == ["a", "b", 1]
assert list(chain.from_iterable(["ab", "c"])) == ["a", "b", "c"]
assert list(starmap(pow, [(2, 3), (3, 2)])) == [8, 9]
assert list(pairwise("abc")) == [("a", "b"), ("b", "c")]
assert list(pairwise("a")) == []
assert list(accumulate([1, 2, 3])) == [1, 3, 6]
assert list(accumulate([3, 1, 2], max)) == [3, 3, 3]
assert list(accumulate([1, 2], initial=10)) == [10, 11, 13]
assert list(accumulate("abc")) == ["a", "ab", "abc"]
assert list(accumulate([])) == []
raises(ValueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.", islice, "a", -1)
raises(ValueError, "Step for islice() must be a positive integer or None.", islice, "a", 0, 1, 0)
raises(ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.", islice, "a", -1, 2)
raises(TypeError, "a number is required", count, "a")
raises(TypeError, "'int' object is not iterable", cycle, 5)
raises(TypeError, "'int' object is not iterable", lambda: list(chain(5)))
it = iter(range(10))
assert list(islice(it, 3)) == [0, 1, 2]
assert next(it) == 3
