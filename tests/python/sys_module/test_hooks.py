"""excepthook, displayhook, unraisablehook and audit."""

import io
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


out = io.StringIO()
old, sys.stderr = sys.stderr, out
try:
    try:
        1 / 0
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())
finally:
    sys.stderr = old
lines = out.getvalue().split("\n")
assert lines[0] == "Traceback (most recent call last):"
assert lines[-2] == "ZeroDivisionError: division by zero"
import builtins

out = io.StringIO()
old, sys.stdout = sys.stdout, out
try:
    sys.displayhook("value")
    sys.displayhook(None)
    exec(compile("40 + 2", "<s>", "single"))
finally:
    sys.stdout = old
assert out.getvalue() == "'value'\n42\n"
assert builtins._ == 42
del builtins._
shown = []
sys.displayhook = shown.append
exec(compile("1; 2; None; x = 3", "<s>", "single"))
sys.displayhook = sys.__displayhook__
assert shown == [1, 2, None]
assert sys.excepthook is sys.__excepthook__
events = []
sys.addaudithook(lambda event, args: events.append(event) if event == "my.event" else None)
sys.audit("my.event", 1, 2)
assert events == ["my.event"]
raises(SystemExit, "5", sys.exit, 5)
raises(SystemExit, "", sys.exit)
assert SystemExit(3).code == 3
assert SystemExit().code is None
assert SystemExit(1, 2).code == (1, 2)
