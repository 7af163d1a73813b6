"""Attributes of modules and of function-like objects."""

import types


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


m = types.ModuleType("name", "doc")
assert m.__name__ == "name"
assert m.__doc__ == "doc"
assert m.__loader__ is None
assert m.__spec__ is None
assert repr(m) == "<module 'name'>"
m.x = 1
assert m.__dict__["x"] == 1
assert dir(m) == ["__doc__", "__loader__", "__name__", "__package__", "__spec__", "x"]
raises(AttributeError, "module 'name' has no attribute 'y'", lambda: m.y)
del m.x
raises(AttributeError, "module 'name' has no attribute 'x'", lambda: m.x)
m.__getattr__ = lambda name: "dynamic " + name
assert m.anything == "dynamic anything"
m.__dir__ = lambda: ["b", "a"]
assert dir(m) == ["a", "b"]
del m.__name__
raises(AttributeError, "module has no attribute 'q'", lambda: (m.__dict__.pop("__getattr__"), m.q))
raises(AttributeError, "readonly attribute", setattr, m, "__dict__", {})
raises(TypeError, "module() missing required argument 'name' (pos 1)", types.ModuleType)
raises(TypeError, "module() argument 'name' must be str, not int", types.ModuleType, 1)


class Sub(types.ModuleType):
    @property
    def p(self):
        return 5


assert Sub("s").p == 5
