"""Functions have names, modules, dicts and code."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def f(a, b=1, *c, d, e=2, **g):
    """doc"""
    local = a
    return local


assert f.__name__ == "f"
assert f.__qualname__ == "f"
assert f.__module__ == "__main__"
assert f.__doc__ == "doc"
assert f.__globals__ is globals()
assert f.__closure__ is None
code = f.__code__
assert code.co_name == "f"
assert code.co_argcount == 2
assert code.co_kwonlyargcount == 2
assert code.co_varnames == ("a", "b", "d", "e", "c", "g", "local")
assert code.co_flags & 4
assert code.co_flags & 8
f.x = 1
f.__dict__["y"] = 2
assert f.x == 1
assert f.y == 2
assert vars(f) == {"x": 1, "y": 2}
del f.x
raises(AttributeError, "'function' object has no attribute 'x'", lambda: f.x)
f.__name__ = "renamed"
f.__qualname__ = "q.renamed"
assert repr(f).startswith("<function q.renamed at 0x")


def set_name(v):
    f.__name__ = v


def set_code(v):
    f.__code__ = v


raises(TypeError, "__name__ must be set to a string object", set_name, 1)
raises(TypeError, "__code__ must be set to a code object", set_code, 1)
f.__code__ = (lambda: "swapped").__code__
f.__defaults__ = f.__kwdefaults__ = None
assert f() == "swapped"
f.__dict__ = {"z": 3}
assert f.z == 3
