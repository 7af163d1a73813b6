"""args, str and repr of exceptions."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert str(Exception()) == ""
assert repr(Exception()) == "Exception()"
assert str(Exception("a")) == "a"
assert repr(Exception("a")) == "Exception('a')"
assert str(Exception(1)) == "1"
assert str(Exception(None)) == "None"
assert str(Exception("a", 2)) == "('a', 2)"
assert repr(Exception("a", 2)) == "Exception('a', 2)"
assert str(KeyError("k")) == "'k'"
assert str(KeyError("a", "b")) == "('a', 'b')"
assert str(KeyError()) == ""
e = Exception(1, 2)
e.args = [3]
assert e.args == (3,)
assert str(e) == "3"


def set_args(v):
    e.args = v


raises(TypeError, "'int' object is not iterable", set_args, 1)
raises(TypeError, "Exception() takes no keyword arguments", lambda: Exception(a=1))


class Custom(Exception):
    def __init__(self, code, detail):
        super().__init__(f"{code}: {detail}")
        self.code = code


c = Custom(5, "bad")
assert str(c) == "5: bad"
assert c.args == ("5: bad",)
assert c.code == 5
assert repr(c) == "Custom('5: bad')"


class NoSuper(Exception):
    def __init__(self, a, b):
        self.a = a


assert NoSuper(1, 2).args == (1, 2)
e.extra = 1
assert e.__dict__ == {"extra": 1}
assert Exception("a") != Exception("a")
