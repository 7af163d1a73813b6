"""Class patterns: attributes, positional through `__match_args__`, and built-in types."""


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
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def f(p):
    match p:
        case Point(0, 0):
            return "origin"
        case Point(x, y=0):
            return "on x", x
        case Point(x=0):
            return "on y"
        case Point():
            return "point"
        case int(n) | float(n):
            return "number", n
        case str() as s:
            return "str", s
        case list([a, *_]) | tuple((a, *_)):
            return "first", a
        case bool(b):
            return "never"


assert f(Point(0, 0)) == "origin"
assert f(Point(3, 0)) == ("on x", 3)
assert f(Point(0, 5)) == "on y"
assert f(Point(1, 2)) == "point"
assert f(5) == ("number", 5)
assert f(True) == ("number", True)
assert f(2.5) == ("number", 2.5)
assert f("t") == ("str", "t")
assert f([7, 8]) == f((7,)) == ("first", 7)
assert f(None) is None


class NoArgs:
    pass


class BadArgs:
    __match_args__ = ["x"]


class BadNames:
    __match_args__ = (1,)


class Twice:
    __match_args__ = ("x",)
    x = 1


def one(v, cls):
    match v:
        case cls(a):
            return a


def twice(v):
    match v:
        case Twice(a, x=b):
            return a


def three(v):
    match v:
        case Point(a, b, c):
            return a


raises(TypeError, "NoArgs() accepts 0 positional sub-patterns (1 given)", one, NoArgs(), NoArgs)
raises(TypeError, "BadArgs.__match_args__ must be a tuple (got list)", one, BadArgs(), BadArgs)
raises(TypeError, "__match_args__ elements must be strings (got int)", one, BadNames(), BadNames)
raises(TypeError, "Twice() got multiple sub-patterns for attribute 'x'", twice, Twice())
raises(TypeError, "Point() accepts 2 positional sub-patterns (3 given)", three, Point(1, 2))
raises(TypeError, "called match pattern must be a type", one, 1, 5)
