"""frozensets are hashable sets."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


f = frozenset([1, 2, 3])
assert f == {1, 2, 3}
assert hash(f) == hash(frozenset([3, 2, 1]))
assert {f: "v"}[frozenset({1, 2, 3})] == "v"
assert f | {4} == {1, 2, 3, 4}
assert f & set() == set()
assert f.copy() == frozenset(f) == f
assert frozenset() == set()
assert len(frozenset("aab")) == 2
assert f - {1} == {2, 3}
assert type(f - {1}) is frozenset
assert f.union([9]) == {1, 2, 3, 9}
assert f > {1}
assert f.isdisjoint({7})
raises(AttributeError, "'frozenset' object has no attribute 'add'", lambda: f.add)
raises(AttributeError, "'frozenset' object has no attribute 'update'", lambda: f.update)
raises(TypeError, "unhashable type: 'list'", frozenset, [[]])
raises(TypeError, "frozenset expected at most 1 argument, got 2", frozenset, 1, 2)
raises(TypeError, "frozenset() takes no keyword arguments", lambda: frozenset(iterable=[]))
g = f
g |= {4}
assert g == {1, 2, 3, 4}
assert f == {1, 2, 3}
assert hash(frozenset()) == hash(frozenset([]))
assert hash(frozenset([frozenset([1])])) == hash(frozenset([frozenset([1])]))
powerset = {frozenset(x for i, x in enumerate("abc") if m >> i & 1) for m in range(8)}
assert len(powerset) == 8
assert frozenset("ca") in powerset


class F(frozenset):
    def __new__(cls, *items):
        return super().__new__(cls, items)


assert F(1, 2) == {1, 2}
assert isinstance(F(1), frozenset)
assert hash(F(1)) == hash(frozenset([1]))
assert repr(F(1)) == "F({1})"
