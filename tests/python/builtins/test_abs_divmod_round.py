"""abs, divmod, round on any type."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class N:
    def __abs__(self):
        return "abs"

    def __divmod__(self, o):
        return "divmod", o

    def __rdivmod__(self, o):
        return "rdivmod", o

    def __round__(self, *a):
        return ("round",) + a


n = N()
assert abs(n) == "abs"
assert divmod(n, 2) == ("divmod", 2)
assert divmod(2, n) == ("rdivmod", 2)
assert round(n) == ("round",)
assert round(n, 1) == ("round", 1)
assert round(n, ndigits=2) == ("round", 2)
assert abs(-3) == 3
assert abs(-2.5) == 2.5
assert abs(3 - 4j) == 5.0
assert abs(True) == 1
assert divmod(7, 3) == (2, 1)
assert divmod(-7.5, 2) == (-4.0, 0.5)
raises(TypeError, "bad operand type for abs(): 'str'", abs, "a")
raises(TypeError, "unsupported operand type(s) for divmod(): 'str' and 'int'", divmod, "a", 1)
raises(TypeError, "type str doesn't define __round__ method", round, "a")
raises(TypeError, "abs() takes exactly one argument (2 given)", abs, 1, 2)
raises(TypeError, "round() missing required argument 'number' (pos 1)", round)
raises(TypeError, "round() takes at most 2 arguments (3 given)", round, 1, 2, 3)
assert round(2.5) == 2
assert divmod(10 ** 20, 7) == (14285714285714285714, 2)
