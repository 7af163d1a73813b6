"""Texts for surplus positional arguments."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def none(): pass
def one(a): pass
def optional(a, b=1): pass
def kwonly(a, *, k=1): pass
def required_kw(a, *, k): pass


raises(TypeError, "none() takes 0 positional arguments but 1 was given", none, 1)
raises(TypeError, "none() takes 0 positional arguments but 2 were given", none, 1, 2)
raises(TypeError, "one() takes 1 positional argument but 2 were given", one, 1, 2)
raises(TypeError, "optional() takes from 1 to 2 positional arguments but 3 were given", optional, 1, 2, 3)
raises(TypeError, "kwonly() takes 1 positional argument but 2 were given", kwonly, 1, 2)
raises(TypeError,
       "kwonly() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given",
       kwonly, 1, 2, k=3)
raises(TypeError, "required_kw() takes 1 positional argument but 3 were given", required_kw, 1, 2, 3)


class C:
    def m(self): pass
    @classmethod
    def c(cls, a): pass


raises(TypeError, "C.m() takes 1 positional argument but 2 were given", C().m, 1)
raises(TypeError, "C.c() takes 2 positional arguments but 3 were given", C.c, 1, 2)
raises(TypeError, "C() takes no arguments", C, 1)
raises(TypeError, "object() takes no arguments", object, 1)
