"""`__setattr__` and `__delattr__` intercept; object's do the work."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Frozen:
    def __init__(self):
        object.__setattr__(self, "v", 1)

    def __setattr__(self, name, value):
        raise AttributeError(f"frozen: {name}={value}")

    def __delattr__(self, name):
        raise AttributeError(f"frozen: {name}")


f = Frozen()
raises(AttributeError, "frozen: v=2", setattr, f, "v", 2)
raises(AttributeError, "frozen: v", delattr, f, "v")
assert f.v == 1
object.__delattr__(f, "v")
raises(AttributeError, "'Frozen' object has no attribute 'v'", lambda: f.v)


class Upper:
    def __setattr__(self, name, value):
        super().__setattr__(name.upper(), value)


u = Upper()
u.abc = 1
assert vars(u) == {"ABC": 1}
raises(AttributeError, "missing", delattr, u, "missing")
raises(TypeError, "can't apply this __setattr__ to type object", object.__setattr__, int, "x", 1)
raises(TypeError, "attribute name must be string, not 'int'", setattr, u, 1, 2)
raises(TypeError, "getattr(): attribute name must be string", getattr, u, 1)
raises(TypeError, "hasattr(): attribute name must be string", hasattr, u, 1)
raises(AttributeError, "'object' object has no attribute 'x'", setattr, object(), "x", 1)
raises(AttributeError, "'int' object has no attribute 'x'", setattr, 1, "x", 1)
raises(AttributeError, "'list' object attribute 'append' is read-only", setattr, [], "append", 1)
raises(TypeError, "cannot set 'x' attribute of immutable type 'int'", setattr, int, "x", 1)
raises(TypeError, "cannot set 'x' attribute of immutable type 'int'", delattr, int, "x")
