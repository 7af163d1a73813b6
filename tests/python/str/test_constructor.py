"""str() of objects, and its protocol."""


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
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


class R:
    def __repr__(self):
        return "only repr"


class Bad:
    def __str__(self):
        return 5

    def __repr__(self):
        return None


assert str(C()) == "str"
assert repr(C()) == "repr"
assert str(R()) == "only repr"
assert str([C()]) == "[repr]"
assert f"{C()}" == "str"
assert "%s" % C() == "str"
assert str() == ""
assert str(5) == "5"
assert str(None) == "None"
assert str(object=3) == "3"
assert str(str) == "<class 'str'>"
raises(TypeError, "__str__ returned non-string (type int)", str, Bad())
raises(TypeError, "__repr__ returned non-string (type NoneType)", repr, Bad())
raises(TypeError, "str() takes at most 3 arguments (4 given)", str, b"", "a", "b", "c")


class Sub(str):
    def __new__(cls, v, extra=None):
        self = super().__new__(cls, v)
        self.extra = extra
        return self

    def __str__(self):
        return "Sub:" + super().__str__()


s = Sub("x", extra=1)
assert s == "x"
assert str(s) == "Sub:x"
assert s.extra == 1
assert s + "y" == "xy"
assert s.upper() == "X"
assert f"{s}" == "Sub:x"
assert "%s" % s == "Sub:x"


class StrReturnsSub:
    def __str__(self):
        return Sub("inner")


assert type(str(StrReturnsSub())) is Sub
