"""Generator expressions bind their first iterable at once, the rest late."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


g = (x * y for x in [1, 2] for y in [3, 4])
assert list(g) == [3, 4, 6, 8]
raises(TypeError, "'int' object is not iterable", lambda: (x for x in 5))
late = (x for x in [1] for y in undefined)
raises(NameError, "name 'undefined' is not defined", list, late)
data = [1, 2]
g = (x for x in data)
data = [9]
assert list(g) == [1, 2]
limit = 5
g = (x for x in range(3) if x < limit)
limit = 1
assert list(g) == [0]
assert sum(x for x in range(5)) == 10
assert max((x % 3 for x in range(5)), default=0) == 2
assert "".join(c for c in "a1b2" if c.isalpha()) == "ab"
g = (x for x in range(3))
assert g.__name__ == "<genexpr>"
assert 1 in g
assert list(g) == [2]
x = "outer"
list(x for x in range(3))
assert x == "outer"
raises(SyntaxError, "Generator expression must be parenthesized (<string>, line 1)", exec, "f(x for x in y, 1)")
raises(SyntaxError, "'yield' inside generator expression (<string>, line 1)", exec, "(lambda: ((yield x) for x in y))")
assert dict((k, v) for k, v in zip("ab", range(2))) == {"a": 0, "b": 1}
