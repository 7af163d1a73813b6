"""Docstrings of modules, classes and functions."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert __doc__ == "Docstrings of modules, classes and functions."


def f():
    "doc " "joined"


def g():
    f"not a docstring"


def h():
    pass
    "too late"


class C:
    """class doc"""

    def m(self):
        r"""raw \n"""


assert f.__doc__ == "doc joined"
assert g.__doc__ is None
assert h.__doc__ is None
assert C.__doc__ == "class doc"
assert C.m.__doc__ == "raw \\n"
assert C().m.__doc__ == "raw \\n"
f.__doc__ = 5
assert f.__doc__ == 5
del f.__doc__
assert f.__doc__ is None
C.__doc__ = "new"
assert C.__doc__ == "new"
if 1: pass; x = 2
assert x == 2
raises(AttributeError, "'method' object has no attribute 'x'", setattr, C().m, "x", 1)
