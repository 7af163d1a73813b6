"""type's attributes and the three-argument form."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def method(self):
    return "m"


C = type("C", (list,), {"m": method, "x": 1})
c = C([1])
assert c.m() == "m"
assert c.x == 1
assert c == [1]
assert C.__name__ == "C"
assert C.__bases__ == (list,)
assert type(c) is C
assert C.__mro__ == (C, list, object)
assert type.__name__ == "type"
assert int.__class__ is type
assert C.__dictoffset__ is not None
assert C.__flags__ & 512
assert int.__module__ == "builtins"
assert C.__module__ == "__main__"
assert int.__qualname__ == "int"
assert type.__subclasscheck__(int, bool)
assert int.__subclasses__()[0] is bool
assert type("D", (), {"__module__": "elsewhere"}).__module__ == "elsewhere"
assert repr(type("E", (), {"__qualname__": "Q.E"})) == "<class '__main__.Q.E'>"
assert type("F", (), {"__doc__": "d"}).__doc__ == "d"
assert type("G", (), {}).__doc__ is None
assert type(None).__name__ == "NoneType"
assert type(...)() is ...
assert type(None)() is None
assert type(NotImplemented)() is NotImplemented
raises(TypeError, "NoneType takes no arguments", type(None), 1)
raises(TypeError, "function() missing required argument 'code' (pos 1)", type(method))
raises(TypeError, "cannot create 'builtin_function_or_method' instances", type(len))
raises(TypeError, "type 'NoneType' is not an acceptable base type", type, "X", (type(None),), {})
raises(TypeError, "type 'function' is not an acceptable base type", type, "X", (type(method),), {})
raises(TypeError, "__build_class__: func must be a function", __build_class__, 1, "x")
raises(TypeError, "__build_class__: not enough arguments", __build_class__)
