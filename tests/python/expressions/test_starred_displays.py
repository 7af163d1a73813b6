"""Stars unpack into lists, tuples, sets, dicts and subscripts."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


a = [1, 2]
assert [*a, 3, *"xy"] == [1, 2, 3, "x", "y"]
assert (*a,) == (1, 2)
assert {*a, *[2, 5]} == {1, 2, 5}
t = *a, *a
assert t == (1, 2, 1, 2)
assert {**{"a": 1}, "b": 2, **{"a": 3}} == {"a": 3, "b": 2}
assert list({**{"a": 1}, "b": 2, **{"a": 3}}) == ["a", "b"]
assert [*range(3), *{}] == [0, 1, 2]


def f():
    return *a, 9


assert f() == (1, 2, 9)
for x in *a, 3:
    pass
assert x == 3

raises(TypeError, "Value after * must be an iterable, not int", lambda: [*5])
raises(TypeError, "'int' object is not a mapping", lambda: {**5})
raises(TypeError, "'list' object is not a mapping", lambda: {**[1]})
raises(SyntaxError, "can't use starred expression here (<string>, line 1)", exec, "*a")
raises(SyntaxError, "cannot use starred expression here (<string>, line 1)", exec, "(*a)")
