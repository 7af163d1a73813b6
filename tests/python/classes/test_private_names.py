"""Names with two leading underscores are mangled with the class."""


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
    __x = 1

    def get(self):
        return self.__x

    def __method(self):
        return "A"

    def call(self):
        return self.__method()

    __dunder__ = "kept"
    ___ = "kept too"


class B(A):
    __x = 2

    def __method(self):
        return "B"

    def both(self):
        return self.__x, self._A__x


b = B()
assert b.get() == 1
assert b.both() == (2, 1)
assert b.call() == "A"
assert "_A__x" in vars(A)
assert "_B__x" in vars(B)
assert A.__dunder__ == "kept"
assert A.___ == "kept too"
raises(AttributeError, "'B' object has no attribute '__x'", lambda: b.__x)


class _Under:
    __y = 3

    def f(self, __arg=4):
        def g():
            return __arg
        return g(), self.__y


assert _Under()._Under__y == 3
assert _Under().f(_Under__arg=5) == (5, 3)


class __:
    __z = 1


assert "__z" in vars(__)


class C:
    import sys as __sys
    def m(self):
        __local = 1
        return list(locals())[1], self.__sys.__name__


assert C().m() == ("_C__local", "sys")
