"""Functions that dispatch on the first argument's type."""

from collections.abc import Sequence
from functools import singledispatch, singledispatchmethod


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


@singledispatch
def show(x):
    return "object"


@show.register
def _(x: int):
    return "int"


@show.register(list)
@show.register(tuple)
def _(x):
    return "sequence"


show.register(Sequence, lambda x: "abstract")
show.register(type(None), lambda x: "none")
assert show(1) == "int"
assert show(True) == "int"
assert show([]) == show(()) == "sequence"
assert show("s") == "abstract"
assert show(None) == "none"
assert show(1.5) == "object"
assert show.dispatch(bool) is show.dispatch(int)
assert list in show.registry
assert show.registry[object](1) == "object"
raises(TypeError, "show requires at least 1 positional argument", show)


class C:
    @singledispatchmethod
    def m(self, x):
        return "base"

    @m.register
    def _(self, x: str):
        return "str"

    @singledispatchmethod
    @classmethod
    def c(cls, x):
        return cls.__name__, "base"

    @c.register(int)
    @classmethod
    def _(cls, x):
        return cls.__name__, "int"


assert C().m(1) == "base"
assert C().m("x") == "str"
assert C.c(1) == ("C", "int")
assert C.c("") == ("C", "base")
