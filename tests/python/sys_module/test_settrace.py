"""sys.settrace sees calls, lines, returns and exceptions."""

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


def traced(n):
    x = n
    if x > 1:
        x += 1
    return x


def tracer(frame, event, arg):
    if frame.f_code.co_name not in names:
        return None
    log.append((event, frame.f_lineno - frame.f_code.co_firstlineno, arg if event == "return" else None))
    return tracer


names, log = {"traced"}, []
sys.settrace(tracer)
traced(1)
traced(5)
sys.settrace(None)
assert log == [("call", 0, None), ("line", 1, None), ("line", 2, None), ("line", 4, None), ("return", 4, 1),
               ("call", 0, None), ("line", 1, None), ("line", 2, None), ("line", 3, None), ("line", 4, None), ("return", 4, 6)]


def failing():
    try:
        1 / 0
    except ZeroDivisionError:
        return "caught"


names, log = {"failing"}, []
sys.settrace(tracer)
failing()
sys.settrace(None)
assert [e for e, _, _ in log] == ["call", "line", "line", "exception", "line", "line", "return"]
assert sys.gettrace() is None


def loop():
    for i in range(2):
        pass


names, log = {"loop"}, []
sys.settrace(tracer)
loop()
sys.settrace(None)
assert [(e, l) for e, l, _ in log] == [("call", 0), ("line", 1), ("line", 2), ("line", 1), ("line", 2), ("line", 1), ("return", 1)]
raises(TypeError, "sys.settrace() takes exactly one argument (0 given)", sys.settrace)
