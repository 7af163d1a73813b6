"""Class attributes, shadowing, and attribute errors of types."""


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
    shared = []
    n = 0


a, b = C(), C()
a.shared.append(1)
assert b.shared == [1]
a.n += 1
assert (a.n, b.n, C.n) == (1, 0, 0)
C.n = 9
assert (a.n, b.n) == (1, 9)
del C.n
raises(AttributeError, "'C' object has no attribute 'n'", lambda: b.n)
raises(AttributeError, "type object 'C' has no attribute 'n'", lambda: C.n)
raises(AttributeError, "n", delattr, C, "n")
raises(AttributeError, "n", delattr, b, "n")
assert C.__dict__["shared"] == [1]
assert type(C.__dict__).__name__ == "mappingproxy"


def assign():
    C.__dict__["x"] = 1


raises(TypeError, "'mappingproxy' object does not support item assignment", assign)
C.__name__ = "Renamed"
C.__qualname__ = "Outer.Renamed"
assert repr(C) == "<class '__main__.Outer.Renamed'>"
assert C.__name__ == "Renamed"
C.__module__ = "elsewhere"
assert repr(C) == "<class 'elsewhere.Outer.Renamed'>"
raises(TypeError, "can only assign string to Renamed.__name__, not 'int'", setattr, C, "__name__", 1)
raises(TypeError, "can only assign string to Renamed.__qualname__, not 'int'", setattr, C, "__qualname__", 1)
assert [k for k in vars(C) if not k.startswith("__")] == ["shared"]
