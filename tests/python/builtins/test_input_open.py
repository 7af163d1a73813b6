"""input reads from sys.stdin; open reports missing files."""

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


old = sys.stdin
sys.stdin = io.StringIO("first\nsecond\nlast")
try:
    assert input() == "first"
    assert input("prompt> ") == "second"
    assert input() == "last"
    raises(EOFError, "EOF when reading a line", input)
finally:
    sys.stdin = old
raises(FileNotFoundError, "[Errno 2] No such file or directory: '/no/such/file'", open, "/no/such/file")
raises(ValueError, "invalid mode: 'q'", open, "/tmp/x", "q")
raises(ValueError, "must have exactly one of create/read/write/append mode", open, "/tmp/x", "rw")
raises(ValueError, "can't have text and binary mode at once", open, "/tmp/x", "rbt")
raises(ValueError, "binary mode doesn't take an encoding argument", lambda: open("/tmp/x", "rb", encoding="utf-8"))
raises(ValueError, "can't have unbuffered text I/O", lambda: open("/dev/null", "r", 0))
raises(TypeError, "expected str, bytes or os.PathLike object, not list", open, [])
raises(TypeError, "open() missing required argument 'file' (pos 1)", open)
