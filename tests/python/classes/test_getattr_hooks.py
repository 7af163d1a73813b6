"""`__getattr__` comes last, `__getattribute__` first."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Fallback:
    real = 1

    def __getattr__(self, name):
        if name == "bad":
            raise AttributeError("no " + name)
        return "made " + name


f = Fallback()
assert f.real == 1
assert f.anything == "made anything"
raises(AttributeError, "no bad", lambda: f.bad)
assert getattr(f, "bad", "default") == "default"
assert not hasattr(f, "bad")


class First:
    def __init__(self):
        self.x = 1

    def __getattribute__(self, name):
        log.append(name)
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return "late " + name


log = []
first = First()
assert first.x == 1
assert first.y == "late y"
assert log == ["x", "y"]


class PropertyError:
    @property
    def p(self):
        raise AttributeError("from property")

    def __getattr__(self, name):
        return "fallback " + name


assert PropertyError().p == "fallback p"


class Other:
    def __getattr__(self, name):
        raise KeyError(name)


raises(KeyError, "'z'", lambda: Other().z)
raises(KeyError, "'z'", hasattr, Other(), "z")


class Dunder:
    def __getattr__(self, name):
        return lambda *a: 5


raises(TypeError, "object of type 'Dunder' has no len()", len, Dunder())
assert Dunder().__len__() == 5
