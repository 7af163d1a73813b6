"""`__call__` on instances and classes."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *args, scale=1, **kw):
        return (self.n + x) * scale, args, kw


add = Adder(5)
assert add(1) == (6, (), {})
assert add(1, 2, scale=3, z=4) == (18, (2,), {"z": 4})
assert add.__call__(0) == (5, (), {})
assert list(map(lambda f: f(1)[0], [add])) == [6]


class Chain:
    def __call__(self, x):
        return self if x else "end"


assert Chain()(1)(1)(0) == "end"


class Meta(type):
    def __call__(cls, *args):
        return "meta", args


class M(metaclass=Meta):
    pass


assert M(1, 2) == ("meta", (1, 2))


class Indirect:
    __call__ = Adder(10)


assert Indirect()(1) == (11, (), {})
raises(TypeError, "Adder.__call__() missing 1 required positional argument: 'x'", add)
raises(TypeError, "'int' object is not callable", type("Bad", (), {"__call__": 5})())


class Property:
    @property
    def __call__(self):
        return lambda *a: ("property", a)


assert Property()(1) == ("property", (1,))


class Infinite:
    pass


Infinite.__call__ = Infinite()
try:
    Infinite()()
except RecursionError:
    pass
else:
    raise AssertionError
