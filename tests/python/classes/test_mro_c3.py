"""The method resolution order is the C3 linearization."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class O: pass
class A(O): pass
class B(O): pass
class C(A, B): pass
class D(A): pass
class E(D, C): pass


assert [k.__name__ for k in E.__mro__] == ["E", "D", "C", "A", "B", "O", "object"]
assert E.mro() == list(E.__mro__)
assert E.__bases__ == (D, C)
assert E.__base__ is D
raises(TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases A, B",
       type, "X", (type("Y", (A, B), {}), type("Z", (B, A), {})), {})
raises(TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases O, A", type, "X", (O, A), {})
raises(TypeError, "duplicate base class A", type, "X", (A, A), {})
raises(TypeError, "type 'bool' is not an acceptable base type", type, "X", (bool,), {})
raises(TypeError, "multiple bases have instance lay-out conflict", type, "X", (int, str), {})
raises(TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases", type, "X", (1,), {})


class M(type):
    def mro(cls):
        return [cls, object]


class N(A, metaclass=M): pass


assert N.__mro__ == (N, object)
assert N.__bases__ == (A,)
