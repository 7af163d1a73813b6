"""`__class__` and `__bases__` can be assigned where layouts fit."""


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
    def who(self):
        return "A"


class B:
    def who(self):
        return "B"


class S:
    __slots__ = ("x",)


a = A()
a.v = 1
a.__class__ = B
assert a.who() == "B"
assert type(a) is B
assert a.v == 1
raises(TypeError, "__class__ assignment: 'S' object layout differs from 'B'", setattr, a, "__class__", S)
raises(TypeError, "__class__ must be set to a class, not 'int' object", setattr, a, "__class__", 1)
raises(TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses",
       setattr, a, "__class__", int)


class C(A):
    pass


c = C()
assert c.who() == "A"
C.__bases__ = (B,)
assert c.who() == "B"
assert C.__mro__ == (C, B, object)
raises(TypeError, "can only assign tuple to C.__bases__, not list", setattr, C, "__bases__", [A])
raises(TypeError, "can only assign non-empty tuple to C.__bases__, not ()", setattr, C, "__bases__", ())
raises(TypeError, "a __bases__ item causes an inheritance cycle", setattr, B, "__bases__", (C,))
A.who = lambda self: "patched"
assert A().who() == "patched"
assert [k.__name__ for k in B.__subclasses__()] == ["C"]
