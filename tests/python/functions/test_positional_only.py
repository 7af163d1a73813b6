"""The slash in parameter lists."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def f(a, b=2, /, c=3, *, d=4):
    return a, b, c, d


assert f(1) == (1, 2, 3, 4)
assert f(1, 5, c=6, d=7) == (1, 5, 6, 7)
assert f.__code__.co_posonlyargcount == 2
assert f.__code__.co_argcount == 3
assert f.__code__.co_kwonlyargcount == 1


def g(self, /, **kw):
    return kw


assert g(1, self=2) == {"self": 2}
raises(TypeError, "f() missing 1 required positional argument: 'a'", f)


def h(a, /, b):
    pass


raises(TypeError, "h() missing 2 required positional arguments: 'a' and 'b'", h)
raises(SyntaxError, "non-default argument follows default argument (<string>, line 1)", exec, "def f(a=1, /, b): pass")
raises(SyntaxError, "invalid syntax (<string>, line 1)", exec, "def f(/, a): pass")
raises(SyntaxError, "invalid syntax (<string>, line 1)", exec, "def f(a, /, b, /): pass")
