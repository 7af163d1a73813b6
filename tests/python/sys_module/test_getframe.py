"""Frames: back, code, lines, locals, globals."""

import sys


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def inner():
    f = sys._getframe()
    return f, sys._getframe(1), f.f_lineno


def outer():
    x = 1
    return inner()


f, back, line = outer()
assert f.f_code is inner.__code__
assert back.f_code is outer.__code__
assert f.f_back is back
assert line == inner.__code__.co_firstlineno + 2
assert f.f_globals is globals()
assert f.f_builtins["len"] is len
assert back.f_locals["x"] == 1
assert f.f_trace is None
assert f.f_lasti > 0
assert sys._getframe().f_code.co_name == "<module>"
assert sys._getframe().f_locals is globals()
raises(ValueError, "call stack is not deep enough", sys._getframe, 10000)
raises(TypeError, "'str' object cannot be interpreted as an integer", sys._getframe, "a")
raises(AttributeError, "readonly attribute", setattr, f, "f_globals", {})
depth, frame = 0, sys._getframe()
while frame:
    depth, frame = depth + 1, frame.f_back
assert depth >= 1


def gen():
    yield sys._getframe()


g = gen()
frame = next(g)
assert frame is g.gi_frame
assert frame.f_back is None


def clear():
    big = "value"
    return sys._getframe()


dead = clear()
assert dead.f_locals["big"] == "value"
dead.clear()
assert dead.f_locals == {}
raises(RuntimeError, "cannot clear an executing frame", sys._getframe().clear)
