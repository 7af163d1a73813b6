"""Names, frames and code of generators."""

import inspect


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def gen():
    local = 1
    yield local
    local = 2
    yield local


g = gen()
assert inspect.getgeneratorstate(g) == "GEN_CREATED"
assert g.gi_code is gen.__code__
assert g.gi_frame.f_lineno == gen.__code__.co_firstlineno
next(g)
assert inspect.getgeneratorstate(g) == "GEN_SUSPENDED"
assert g.gi_frame.f_locals == {"local": 1}
assert inspect.getgeneratorlocals(g) == {"local": 1}
assert g.gi_frame.f_lineno == gen.__code__.co_firstlineno + 2
next(g)
assert g.gi_frame.f_locals == {"local": 2}
list(g)
assert inspect.getgeneratorstate(g) == "GEN_CLOSED"
assert g.gi_frame is None
g.__name__ = "other"
g.__qualname__ = "q.other"
assert repr(g).startswith("<generator object q.other at 0x")
raises(TypeError, "__name__ must be set to a string object", setattr, g, "__name__", 1)
raises(AttributeError, "attribute 'gi_running' of 'generator' objects is not writable", setattr, g, "gi_running", 1)
raises(TypeError, "cannot create 'generator' instances", type(g))


def state():
    states.append(inspect.getgeneratorstate(current))
    yield


states = []
current = state()
next(current)
assert states == ["GEN_RUNNING"]
