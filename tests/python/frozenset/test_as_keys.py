"""Frozensets in dicts, sets and comparisons."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


graph = {frozenset({"a", "b"}): 5, frozenset({"b", "c"}): 7}
assert graph[frozenset("ba")] == 5
assert frozenset({"c", "b"}) in graph
assert len({frozenset("ab"), frozenset("ba")}) == 1
assert frozenset("abc") > frozenset("ab")
assert not frozenset("ab") < frozenset("cd")
assert sorted([frozenset("ab"), frozenset("a")], key=len) == [frozenset("a"), frozenset("ab")]
assert frozenset({1, 2}) | {3} == frozenset({1, 2, 3})
assert {3} | frozenset({1}) == {1, 3}
assert frozenset(range(3)) ^ frozenset(range(2, 5)) == {0, 1, 3, 4}
raises(TypeError, "'<' not supported between instances of 'frozenset' and 'list'", lambda: frozenset() < [])
raises(TypeError, "'frozenset' object does not support item assignment", exec, "f[0] = 1", {"f": frozenset()})
