"""Reflected operators, NotImplemented and subclass priority."""


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
    def __add__(self, o):
        return "A+" if isinstance(o, (int, A)) else NotImplemented

    def __radd__(self, o):
        return "+A"

    def __sub__(self, o):
        return NotImplemented


class B(A):
    def __radd__(self, o):
        return "+B"


class C(A):
    pass


assert A() + 1 == "A+"
assert 1 + A() == "+A"
assert A() + A() == "A+"
assert A() + B() == "+B"
assert B() + A() == "A+"
assert A() + C() == "A+"
assert C() + A() == "A+"
raises(TypeError, "unsupported operand type(s) for +: 'A' and 'str'", lambda: A() + "s")
raises(TypeError, "unsupported operand type(s) for -: 'A' and 'int'", lambda: A() - 1)
raises(TypeError, "unsupported operand type(s) for -: 'A' and 'A'", lambda: A() - A())
assert [1].__add__
assert "s".__add__


class R:
    def __rsub__(self, o):
        return "r", o

    __rmul__ = __rtruediv__ = __rfloordiv__ = __rmod__ = __rpow__ = __rlshift__ = __rrshift__ = __rand__ = __rxor__ = __ror__ = __rmatmul__ = __rdivmod__ = __rsub__


r = R()
assert 5 - r == ("r", 5)
assert 5 * r == 5 / r == 5 // r == 5 % r == 5 ** r == 5 << r == 5 >> r == 5 & r == 5 ^ r == (5 | r) == 5 @ r == divmod(5, r) == ("r", 5)
assert 1.5 * r == ("r", 1.5)
assert [1] * r == ("r", [1])
assert 1.5 - r == ("r", 1.5)


class Blocked:
    __add__ = None


raises(TypeError, "'NoneType' object is not callable", lambda: Blocked() + 1)
