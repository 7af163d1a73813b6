"""Properties with getters, setters, deleters and docs."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class C:
    def __init__(self):
        self._x = 0

    @property
    def x(self):
        """doc of x"""
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @x.deleter
    def x(self):
        self._x = "deleted"

    @property
    def ro(self):
        return 1

    wo = property(None, lambda self, v: setattr(self, "_w", v))


c = C()
c.x = 5
assert c.x == 5
assert C.x.__doc__ == "doc of x"
del c.x
assert c.x == "deleted"
raises(AttributeError, "can't set attribute 'ro'", setattr, c, "ro", 1)
raises(AttributeError, "can't delete attribute 'ro'", delattr, c, "ro")
raises(AttributeError, "unreadable attribute 'wo'", lambda: c.wo)
c.wo = 3
assert c._w == 3
assert type(C.x) is property
assert C.x.fget(c) == "deleted"
assert C.ro.fset is None
p = property(doc="given")
assert p.__doc__ == "given"
raises(AttributeError, "unreadable attribute", p.__get__, c)


class D(C):
    @C.x.getter
    def x(self):
        return "D"


assert D().x == "D"
d = D()
d.x = 1
assert d._x == 1


class P(property):
    pass


class E:
    @P
    def v(self):
        "P doc"
        return 2


assert E().v == 2
assert E.v.__doc__ == "P doc"


class Raising:
    @property
    def v(self):
        raise AttributeError("inner")


raises(AttributeError, "inner", lambda: Raising().v)
