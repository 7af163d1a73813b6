"""Set algebra by operators and methods."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


a, b = {1, 2, 3}, {3, 4}
assert a | b == {1, 2, 3, 4}
assert a & b == {3}
assert a - b == {1, 2}
assert a ^ b == {1, 2, 4}
assert a.union([9], "x") == {1, 2, 3, 9, "x"}
assert a.intersection([1, 2], {2}) == {2}
assert a.difference([1], (2,)) == {3}
assert a.symmetric_difference([3, 4]) == {1, 2, 4}
assert a.union() == a
assert a.union() is not a
assert a >= {1}
assert a > {1}
assert {1} < a
assert {1} <= a
assert not a < a
assert a <= a
assert a.issubset(range(9))
assert a.issuperset([1])
assert a.isdisjoint([7])
a |= {7}
a &= {1, 7, 3}
a -= {1}
a ^= {3, 5}
assert a == {5, 7}
a.update([1], "z")
a.intersection_update([1, 5, 7])
a.difference_update([1])
a.symmetric_difference_update([5, 6])
assert a == {6, 7}
assert set() == set([])
assert {1} == frozenset([1])
assert {1} != [1]
assert {1, 1.0, True} == {1}
assert type({1} | frozenset()) is set
assert type(frozenset() | {1}) is frozenset
raises(TypeError, "unsupported operand type(s) for |: 'set' and 'list'", lambda: {1} | [2])
raises(TypeError, "unsupported operand type(s) for -: 'list' and 'set'", lambda: [1] - {1})
raises(TypeError, "'<' not supported between instances of 'set' and 'list'", lambda: {1} < [1])
raises(TypeError, "'int' object is not iterable", {1}.union, 5)
raises(TypeError, "unhashable type: 'list'", {1}.union, [[]])
raises(TypeError, "unsupported operand type(s) for +: 'set' and 'set'", lambda: {1} + {2})
