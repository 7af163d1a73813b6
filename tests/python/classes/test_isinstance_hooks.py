"""Instance and subclass checks, and their hooks."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class A: pass
class B(A): pass


assert isinstance(B(), A)
assert not isinstance(A(), B)
assert issubclass(B, (int, A))
assert isinstance(1, ((str, (int,)),))
assert isinstance(True, int)
assert issubclass(bool, int)
assert isinstance(A, type)
raises(TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union", isinstance, 1, 5)
raises(TypeError, "issubclass() arg 1 must be a class", issubclass, 1, int)
raises(TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union", issubclass, int, 1)


class Meta(type):
    def __instancecheck__(cls, obj):
        return obj == "special"

    def __subclasscheck__(cls, sub):
        return sub is int


class C(metaclass=Meta): pass


assert isinstance("special", C)
assert not isinstance(1, C)
assert isinstance(C(), C)
assert issubclass(int, C)
assert not issubclass(str, C)


class Pretender:
    @property
    def __class__(self):
        return A


p = Pretender()
assert isinstance(p, A)
assert isinstance(p, Pretender)
assert type(p) is Pretender


class Duck:
    __bases__ = (A,)


assert issubclass(Duck(), A)
assert not issubclass(Duck(), B)
