"""Lambdas take every kind of parameter."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert (lambda: 5)() == 5
assert (lambda x, y=2, *a, k, m=4, **kw: (x, y, a, k, m, kw))(1, 2, 3, k=0, z=1) == (1, 2, (3,), 0, 4, {"z": 1})
assert (lambda a, /, b: a + b)(1, b=2) == 3
assert (lambda *, k: k)(k=3) == 3
assert (lambda x: lambda y: x + y)(1)(2) == 3
f = lambda: (yield 1)
assert list(f()) == [1]
assert f.__name__ == "<lambda>"
assert f.__qualname__ == "<lambda>"
assert [g(2) for g in [lambda x, i=i: x * i for i in range(3)]] == [0, 2, 4]
assert [g() for g in [lambda: i for i in range(3)]] == [2, 2, 2]
raises(TypeError, "<lambda>() missing 1 required positional argument: 'x'", lambda x: x)
raises(TypeError, "<lambda>() takes 0 positional arguments but 1 was given", lambda: 0, 1)
