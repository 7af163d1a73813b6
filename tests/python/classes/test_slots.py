"""`__slots__` replaces the instance dict."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class P:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


p = P(1)
assert p.x == 1
assert not hasattr(p, "__dict__")
raises(AttributeError, "'P' object has no attribute 'y'", lambda: p.y)
raises(AttributeError, "'P' object has no attribute 'z'", setattr, p, "z", 1)
p.y = 2
del p.y
raises(AttributeError, "y", delattr, p, "y")
assert type(P.x).__name__ == "member_descriptor"
assert repr(P.x) == "<member 'x' of 'P' objects>"
assert P.x.__get__(p) == 1
assert P.x.__objclass__ is P
assert P.x.__name__ == "x"


class Q(P):
    pass


q = Q(1)
q.other = 5
assert q.__dict__ == {"other": 5}
assert q.x == 1


class R(P):
    __slots__ = "single"


r = R(0)
r.single = 1
assert r.single == 1


class S:
    __slots__ = ("__dict__", "__weakref__", "a")


s = S()
s.any = 1
s.a = 2
assert s.__dict__ == {"any": 1}


class T:
    __slots__ = {"doc": "its documentation"}


class Mangled:
    __slots__ = ("__private",)

    def __init__(self):
        self.__private = 1


assert Mangled()._Mangled__private == 1
raises(ValueError, "'x' in __slots__ conflicts with class variable", type, "X", (), {"__slots__": ["x"], "x": 1})
raises(TypeError, "__slots__ items must be strings, not 'int'", type, "X", (), {"__slots__": [1]})
raises(TypeError, "__slots__ must be identifiers", type, "X", (), {"__slots__": ["a b"]})
raises(TypeError, "nonempty __slots__ not supported for subtype of 'int'", type, "X", (int,), {"__slots__": ["a"]})
raises(TypeError, "multiple bases have instance lay-out conflict", type, "X", (P, type("Y", (), {"__slots__": ["k"]})), {})
raises(TypeError, "descriptor 'x' for 'P' objects doesn't apply to a 'int' object", P.x.__get__, 5)
