"""sys.exc_info, traceback frames and locals at the point of failure."""

import sys


def fail(a, b):
    local = a + b
    return local / 0


try:
    fail(1, 2)
except ZeroDivisionError:
    kind, value, tb = sys.exc_info()
    frame = tb.tb_next.tb_frame
    assert kind is ZeroDivisionError
    assert value.__traceback__ is tb
    assert frame.f_locals == {"a": 1, "b": 2, "local": 3}
    assert tb.tb_next.tb_lineno == fail.__code__.co_firstlineno + 2
    assert frame.f_code.co_name == "fail"
    assert frame.f_back.f_code.co_name == "<module>"
del tb, frame, value
assert sys.exc_info() == (None, None, None)


def nested():
    try:
        raise KeyError(1)
    except KeyError:
        try:
            raise ValueError(2)
        except ValueError:
            inner = sys.exc_info()[0]
        return inner, sys.exc_info()[0]


assert nested() == (ValueError, KeyError)
assert sys.exc_info()[0] is None
