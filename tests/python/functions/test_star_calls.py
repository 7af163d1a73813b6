"""Calls with stars and double stars."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def f(*args, **kwargs):
    return args, kwargs


assert f(*[1, 2], 3, *"ab", k=1, **{"l": 2}) == ((1, 2, 3, "a", "b"), {"k": 1, "l": 2})
assert f(*(), **{}) == ((), {})
assert f(k=1, *[2]) == ((2,), {"k": 1})
assert f(**{"a": 1}, **{"b": 2}) == ((), {"a": 1, "b": 2})
source = [1]
args, kwargs = f(*source)
assert args == (1,)
assert type(args) is tuple
original = {"a": 1}
assert f(**original)[1] is not original


class Mapping:
    def keys(self):
        return ["x", "y"]

    def __getitem__(self, key):
        return key * 2


assert f(**Mapping()) == ((), {"x": "xx", "y": "yy"})
raises(TypeError, "__main__.f() argument after * must be an iterable, not int", lambda: f(*1))
raises(TypeError, "__main__.f() argument after ** must be a mapping, not list", lambda: f(**[1]))
raises(TypeError, "__main__.f() got multiple values for keyword argument 'a'", lambda: f(**{"a": 1}, **{"a": 2}))
raises(TypeError, "__main__.f() got multiple values for keyword argument 'a'", lambda: f(a=1, **{"a": 2}))


def failing():
    yield 1
    raise KeyError("inside")


raises(KeyError, "'inside'", lambda: f(*failing()))
