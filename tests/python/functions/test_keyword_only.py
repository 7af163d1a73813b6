"""Parameters behind the star."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def f(*, a, b=2):
    return a, b


assert f(a=1) == (1, 2)
assert f(b=0, a=1) == (1, 0)


def g(*args, sep=" "):
    return sep.join(args)


assert g("x", "y") == "x y"
assert g("x", "y", sep="-") == "x-y"
order = []


def h(*, a=order.append("a"), b=order.append("b")): pass


assert order == ["a", "b"]
raises(SyntaxError, "named arguments must follow bare * (<string>, line 1)", exec, "def f(*): pass")
raises(SyntaxError, "named arguments must follow bare * (<string>, line 1)", exec, "def f(*, **kw): pass")
raises(SyntaxError, "invalid syntax (<string>, line 1)",
       exec, "def f(*a, *b): pass")
raises(TypeError, "f() takes 0 positional arguments but 1 was given", f, 1)
raises(TypeError, "f() takes 0 positional arguments but 1 positional argument (and 1 keyword-only argument) were given",
       f, 1, a=1)
