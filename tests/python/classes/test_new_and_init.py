"""`__new__` makes, `__init__` fills; both see the arguments."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Point:
    def __new__(cls, *args, **kw):
        self = super().__new__(cls)
        self.seen = args, kw
        return self

    def __init__(self, x, y=0):
        self.x, self.y = x, y


p = Point(1, y=2)
assert p.seen == ((1,), {"y": 2})
assert (p.x, p.y) == (1, 2)


class Other:
    def __new__(cls):
        return 42

    def __init__(self):
        raise AssertionError("not called")


assert Other() == 42


class Returns:
    def __init__(self):
        return 1


raises(TypeError, "__init__() should return None, not 'int'", Returns)


class OnlyNew:
    def __new__(cls, a):
        return object.__new__(cls)


assert type(OnlyNew(1)) is OnlyNew


class OnlyInit:
    def __init__(self, a):
        pass


assert type(OnlyInit(1)) is OnlyInit
raises(TypeError, "object.__new__() takes exactly one argument (the type to instantiate)", object.__new__, OnlyNew, 1)
raises(TypeError, "object.__init__() takes exactly one argument (the instance to initialize)",
       object.__init__, OnlyInit(1), 1)
raises(TypeError, "object.__new__(X): X is not a type object (int)", object.__new__, 1)
raises(TypeError, "object.__new__(int) is not safe, use int.__new__()", object.__new__, int)
raises(TypeError, "object.__new__(): not enough arguments", object.__new__)


class Number(int):
    def __new__(cls, v, unit):
        self = int.__new__(cls, v)
        self.unit = unit
        return self


n = Number("7", "m")
assert n == 7
assert n.unit == "m"
assert type(n + 1) is int
