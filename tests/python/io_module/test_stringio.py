"""StringIO."""

import io


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


s = io.StringIO("line1\nline2\r\nlast")
assert s.readline() == "line1\n"
assert s.read(3) == "lin"
assert s.tell() == 9
assert s.read() == "e2\r\nlast"
assert s.read() == ""
assert s.seek(0) == 0
assert s.readlines() == ["line1\n", "line2\r\n", "last"]
assert s.getvalue().startswith("line1")
w = io.StringIO()
assert w.write("abc") == 3
assert w.write("é") == 1
assert w.getvalue() == "abcé"
assert w.seek(1) == 1
assert w.write("XY") == 2
assert w.getvalue() == "aXYé"
assert w.truncate(2) == 2
assert w.getvalue() == "aX"
assert w.tell() == 3
w.seek(0, 2)
w.writelines(["p", "q"])
assert w.getvalue() == "aXpq"
assert list(io.StringIO("a\nb")) == ["a\n", "b"]
assert w.readable()
assert w.writable()
assert w.seekable()
assert not w.closed
assert not w.isatty()
assert w.newlines is None
assert w.line_buffering is False
assert io.StringIO("a\r\nb\rc", newline=None).read() == "a\nb\nc"
assert io.StringIO("a\r\nb", newline="").readline() == "a\r\n"
assert io.StringIO("a\nb", newline="\r\n").getvalue() == "a\r\nb"
gap = io.StringIO("ab")
gap.seek(5)
gap.write("z")
assert gap.getvalue() == "ab\0\0\0z"
raises(TypeError, "string argument expected, got 'bytes'", w.write, b"x")
raises(ValueError, "Negative seek position -1", w.seek, -1)
raises(OSError, "Can't do nonzero cur-relative seeks", w.seek, 1, 1)
raises(ValueError, "Invalid whence (5, should be 0, 1 or 2)", w.seek, 0, 5)
raises(TypeError, "initial_value must be str or None, not bytes", io.StringIO, b"")
raises(ValueError, "illegal newline value: 'x'", lambda: io.StringIO("", newline="x"))
raises(io.UnsupportedOperation, "fileno", w.fileno)
with w as same:
    assert same is w
raises(ValueError, "I/O operation on closed file", w.read)
raises(ValueError, "I/O operation on closed file", lambda: next(w))
