"""Data descriptors go before the instance, others behind it."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class NonData:
    def __get__(self, obj, owner=None):
        return "nondata", obj is None, owner.__name__


class Data(NonData):
    def __get__(self, obj, owner=None):
        return "data"

    def __set__(self, obj, value):
        obj.log = value

    def __delete__(self, obj):
        obj.log = "deleted"


class SetOnly:
    def __set__(self, obj, value):
        obj.__dict__["so"] = value * 2


class C:
    n = NonData()
    d = Data()
    so = SetOnly()


c = C()
assert c.n == ("nondata", False, "C")
assert C.n == ("nondata", True, "C")
c.__dict__["n"] = "instance"
c.__dict__["d"] = "instance"
assert c.n == "instance"
assert c.d == "data"
c.d = 7
assert c.log == 7
del c.d
assert c.log == "deleted"
assert c.so is C.__dict__["so"]
c.so = 4
assert c.so == 8
raises(AttributeError, "__delete__", delattr, c, "so")


class NoDelete:
    def __get__(self, o, t):
        return 1


class D:
    x = NoDelete()


raises(AttributeError, "x", delattr, D(), "x")
C.d = "replaced"
assert c.d == "instance"
f = len.__get__ if hasattr(len, "__get__") else None
assert (lambda self: self).__get__(5)() == 5
raises(TypeError, "__get__(None, None) is invalid", (lambda: 1).__get__, None)
