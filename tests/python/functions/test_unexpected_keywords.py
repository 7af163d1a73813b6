"""Texts for wrong keywords."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def f(a, b=1): pass
def posonly(a, b, /, c): pass
def default_posonly(a=1, /): pass


raises(TypeError, "f() got an unexpected keyword argument 'x'", f, 1, x=2)
raises(TypeError, "f() got multiple values for argument 'a'", f, 1, a=2)
raises(TypeError, "posonly() got some positional-only arguments passed as keyword arguments: 'a, b'",
       posonly, a=1, b=2, c=3)
raises(TypeError, "posonly() got some positional-only arguments passed as keyword arguments: 'b'",
       posonly, 1, b=2, c=3)
raises(TypeError, "default_posonly() got some positional-only arguments passed as keyword arguments: 'a'",
       default_posonly, a=1)
raises(TypeError, "keywords must be strings", lambda: f(**{1: 2}))
raises(TypeError, "f() got an unexpected keyword argument ''", lambda: f(1, **{"": 2}))


def collect(a, /, **kw):
    return a, kw


assert collect(1, a=2, b=3) == (1, {"a": 2, "b": 3})
raises(TypeError, "len() takes no keyword arguments", lambda: len(obj=[]))
raises(TypeError, "'x' is an invalid keyword argument for print()", lambda: print(x=1))
raises(TypeError, "int() takes at most 2 arguments (3 given)", lambda: int(1, 2, 3))
