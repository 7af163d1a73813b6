"""add, remove, discard, pop and clear."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


s = set("ab")
assert s.add("c") is None
assert s == {"a", "b", "c"}
assert s.discard("zz") is None
assert s.remove("a") is None
assert s == {"b", "c"}
x = s.pop()
assert x in "bc"
assert len(s) == 1
c = s.copy()
s.clear()
assert s == set()
assert len(c) == 1
assert repr(set()) == "set()"
assert repr({1}) == "{1}"
assert repr(frozenset([1])) == "frozenset({1})"
assert repr(frozenset()) == "frozenset()"
raises(KeyError, "'q'", s.remove, "q")
raises(KeyError, "'pop from an empty set'", s.pop)
raises(TypeError, "unhashable type: 'list'", s.add, [])
raises(TypeError, "unhashable type: 'set'", hash, s)
raises(TypeError, "unhashable type: 'dict'", lambda: {} in s)
raises(TypeError, "'set' object is not subscriptable", lambda: s[0])
s.add(frozenset([1]))
assert {1} in s
assert s.remove({1}) is None
assert s == set()
s.add(1)
s.add(1.0)
s.add(True)
assert s == {1}
assert repr(s) == "{1}"
raises(KeyError, "{1, 2}", set().remove, {1, 2})


class S(set):
    pass


t = S([1, 2])
t.attr = 1
assert type(t | {3}) is set
assert type(t.copy()) is set
assert type(t & {1}) is set
assert type(t.union([9])) is set
assert t == {1, 2}
assert repr(S([1])) == "S({1})"
assert repr(S()) == "S()"
