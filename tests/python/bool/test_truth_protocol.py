"""`__bool__` and `__len__` decide truth."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class B:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        return self.v


class L:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Both:
    def __bool__(self):
        return True

    def __len__(self):
        return 0


assert bool(B(True))
assert not B(False)
assert L(1)
assert not L(0)
assert Both()
raises(TypeError, "__bool__ should return bool, returned int", bool, B(1))
raises(TypeError, "__bool__ should return bool, returned str", lambda: not B("x"))
raises(TypeError, "__bool__ should return bool, returned NoneType", lambda: 1 if B(None) else 2)
raises(ValueError, "__len__() should return >= 0", bool, L(-1))
raises(TypeError, "'str' object cannot be interpreted as an integer", bool, L("a"))
raises(TypeError, "'float' object cannot be interpreted as an integer", len, L(1.5))
raises(OverflowError, "cannot fit 'int' into an index-sized integer", len, L(10 ** 30))


class Refuses:
    __bool__ = None


raises(TypeError, "'NoneType' object is not callable", bool, Refuses())


def loops():
    b = B(True)
    n = 0
    while b:
        n += 1
        b.v = n < 3
    return n


assert loops() == 3
