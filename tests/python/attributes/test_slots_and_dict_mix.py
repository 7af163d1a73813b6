"""Lookup through slots, dicts and class attributes together."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class A:
    __slots__ = ("a",)
    shared = "class"


class B(A):
    __slots__ = ("__dict__",)


b = B()
b.a = 1
b.free = 2
assert b.a == 1
assert b.free == 2
assert b.__dict__ == {"free": 2}
assert b.shared == "class"
b.__dict__["a"] = "hidden"
assert b.a == 1
del b.a
raises(AttributeError, "'B' object has no attribute 'a'", lambda: b.a)
raises(AttributeError, "'A' object attribute 'shared' is read-only", setattr, A(), "shared", 1)
b.shared = "instance"
assert b.shared == "instance"
assert A.shared == "class"
