"""Attributes added, replaced and removed while running."""


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
    def greet(self):
        return "old"


c = C()
assert c.greet() == "old"
C.greet = lambda self: "new"
assert c.greet() == "new"
c.greet = lambda: "instance"
assert c.greet() == "instance"
del c.greet
assert c.greet() == "new"
C.added = property(lambda self: self.__class__.__name__)
assert c.added == "C"
del C.added
raises(AttributeError, "'C' object has no attribute 'added'", lambda: c.added)
for i in range(200):
    setattr(c, "a%d" % i, i)
assert c.a199 == 199
assert len(c.__dict__) == 200
assert sum(vars(c).values()) == 19900
for i in range(0, 200, 2):
    delattr(c, "a%d" % i)
assert len(vars(c)) == 100
assert list(vars(c))[:2] == ["a1", "a3"]
d = C()
d.__dict__.update(x=1, y=2)
assert d.x == 1
assert d.y == 2
d.__dict__["x"] = 10
assert d.x == 10
d.__dict__.clear()
raises(AttributeError, "'C' object has no attribute 'x'", lambda: d.x)


def lookup(o):
    return [o.v for _ in range(3)]


class V:
    v = 1


v = V()
assert lookup(v) == [1, 1, 1]
v.v = 2
assert lookup(v) == [2, 2, 2]
V.v = property(lambda self: 3)
assert lookup(v) == [3, 3, 3]
V.v = 4
assert lookup(v) == [2, 2, 2]
del v.v
assert lookup(v) == [4, 4, 4]
