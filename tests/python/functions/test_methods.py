"""Bound and unbound methods."""


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
    def m(self, x=0):
        return self, x

    @classmethod
    def c(cls):
        return cls

    @staticmethod
    def s(x):
        return x


i = C()
bound = i.m
assert bound.__self__ is i
assert bound.__func__ is C.m
assert bound(5) == (i, 5)
assert i.m == i.m
assert i.m is not i.m
assert hash(i.m) == hash(i.m)
assert C().m != i.m
assert bound.__name__ == "m"
assert bound.__qualname__ == "C.m"
assert bound.__module__ == "__main__"
assert C.m(i, 1) == (i, 1)
assert type(C.m).__name__ == "function"
assert type(bound).__name__ == "method"
assert C.c() is C
assert i.c() is C
assert C.c.__self__ is C
assert C.s(1) == i.s(1) == 1
assert type(C.__dict__["c"]) is classmethod
assert type(C.__dict__["s"]) is staticmethod
assert C.__dict__["c"].__func__ is C.c.__func__
method = type(bound)
assert method(len, "abc")() == 3
raises(TypeError, "first argument must be callable", method, 1, 2)
raises(TypeError, "self must not be None", method, len, None)
C.m.tag = "t"
assert bound.tag == "t"
raises(AttributeError, "'method' object has no attribute 'tag2'", setattr, bound, "tag2", 1)
assert repr(bound).startswith("<bound method C.m of <__main__.C object at 0x")
assert C.__dict__["s"](3) == 3
