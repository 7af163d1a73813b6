"""Defaults are evaluated once, at definition."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def append(x, to=[]):
    to.append(x)
    return to


assert append(1) is append(2)
assert append(3) == [1, 2, 3]
assert append.__defaults__ == ([1, 2, 3],)
n = 5


def f(a, b=n, *, c=n + 1):
    return a, b, c


n = 100
assert f(0) == (0, 5, 6)
assert f.__defaults__ == (5,)
assert f.__kwdefaults__ == {"c": 6}
f.__defaults__ = (7, 8)
assert f() == (7, 8, 6)
f.__defaults__ = None
raises(TypeError, "f() missing 2 required positional arguments: 'a' and 'b'", f)
f.__kwdefaults__ = None
raises(TypeError, "f() missing 1 required keyword-only argument: 'c'", f, 1, 2)
f.__kwdefaults__ = {"c": "new"}
assert f(1, 2) == (1, 2, "new")


def set_defaults(v):
    f.__defaults__ = v


raises(TypeError, "__defaults__ must be set to a tuple object", set_defaults, [1])
