"""Traceback objects chain frames from the outside in."""

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
    raise ValueError("deep")


def outer():
    inner()


try:
    outer()
except ValueError as e:
    tb = e.__traceback__
    assert sys.exc_info() == (ValueError, e, tb)
names, lines = [], []
while tb is not None:
    names.append(tb.tb_frame.f_code.co_name)
    lines.append(tb.tb_lineno)
    last = tb
    tb = tb.tb_next
assert names == ["<module>", "outer", "inner"]
assert lines[2] < lines[1] < lines[0]
assert lines[1] == outer.__code__.co_firstlineno + 1
assert lines[2] == inner.__code__.co_firstlineno + 1
assert last.tb_lasti >= 0
assert last.tb_frame.f_locals == {}
e = ValueError()
assert e.__traceback__ is None
same = e.with_traceback(last)
assert same is e
assert e.__traceback__ is last
e.__traceback__ = None


def set_tb(v):
    e.__traceback__ = v


def loop_tb():
    last.tb_next = last


raises(TypeError, "__traceback__ must be a traceback or None", set_tb, 1)
raises(ValueError, "traceback loop detected", loop_tb)
TracebackType = type(last)
made = TracebackType(None, last.tb_frame, 3, 7)
assert made.tb_lineno == 7
assert made.tb_lasti == 3
assert made.tb_next is None
assert sys.exc_info() == (None, None, None)
