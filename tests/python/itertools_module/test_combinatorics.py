"""product, permutations, combinations."""

from itertools import combinations, combinations_with_replacement, permutations, product


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert list(product("ab", [1, 2])) == [("a", 1), ("a", 2), ("b", 1), ("b", 2)]
assert list(product("ab", repeat=2))[1] == ("a", "b")
assert list(product()) == [()]
assert list(product("ab", [])) == []
assert len(list(product(range(3), repeat=4))) == 81
assert list(permutations("abc", 2)) == [("a", "b"), ("a", "c"), ("b", "a"), ("b", "c"), ("c", "a"), ("c", "b")]
assert len(list(permutations(range(5)))) == 120
assert list(permutations("ab", 3)) == []
assert list(permutations([])) == [()]
assert list(combinations("abcd", 2)) == [("a", "b"), ("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"), ("c", "d")]
assert list(combinations("ab", 0)) == [()]
assert list(combinations("ab", 3)) == []
assert list(combinations_with_replacement("ab", 2)) == [("a", "a"), ("a", "b"), ("b", "b")]
assert len(list(combinations_with_replacement(range(5), 3))) == 35
assert list(combinations_with_replacement("", 1)) == []
raises(ValueError, "r must be non-negative", combinations, "a", -1)
raises(ValueError, "r must be non-negative", permutations, "a", -1)
raises(TypeError, "Expected int as r", permutations, "a", 1.5)
raises(ValueError, "repeat argument cannot be negative", lambda: product("a", repeat=-1))
raises(TypeError, "combinations() missing required argument 'r' (pos 2)", combinations, "a")
assert sum(1 for p in permutations(range(6)) if all(p[i] != i for i in range(6))) == 265
assert next(p for p in permutations(range(8)) if len({p[i] + i for i in range(8)}) == 8 == len({p[i] - i for i in range(8)})) == (0, 4, 7, 5, 2, 6, 1, 3)
