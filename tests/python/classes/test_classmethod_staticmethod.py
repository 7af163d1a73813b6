"""How classmethod and staticmethod bind and wrap."""


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
    @classmethod
    def c(cls, x=0):
        """c doc"""
        return cls.__name__, x

    @staticmethod
    def s(x):
        """s doc"""
        return x


class B(A):
    pass


assert B.c(1) == ("B", 1)
assert B().c() == ("B", 0)
assert A.c.__doc__ == "c doc"
assert A.s(2) == B().s(2) == 2
assert A.s.__doc__ == "s doc"
wrapped = A.__dict__["c"]
assert wrapped.__func__.__name__ == "c"
assert wrapped.__wrapped__ is wrapped.__func__
assert wrapped.__name__ == "c"
assert A.__dict__["s"].__wrapped__ is A.s
raises(TypeError, "'classmethod' object is not callable", wrapped)
raises(TypeError, "classmethod expected 1 argument, got 0", classmethod)


class C:
    @classmethod
    @property
    def p(cls):
        return cls.__name__ + "!"

    bound = classmethod(len)

    def __len__(self):
        return 3


assert C.p == "C!"
raises(TypeError, "object of type 'type' has no len()", C.bound)
assert repr(staticmethod(len)) == "<staticmethod(<built-in function len>)>"
assert repr(classmethod(len)) == "<classmethod(<built-in function len>)>"
assert staticmethod(len)([1]) == 1
