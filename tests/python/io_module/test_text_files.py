"""Text files: modes, newlines, encodings, seeking."""

import io
import os
import tempfile


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


path = os.path.join(tempfile.mkdtemp(), "f.txt")
with open(path, "w", encoding="utf-8") as f:
    assert f.write("é1\n") == 3
    assert f.writelines(["two\n", "three"]) is None
    assert f.name == path
    assert f.mode == "w"
    assert f.encoding == "utf-8"
    assert f.errors == "strict"
    raises(io.UnsupportedOperation, "not readable", f.read)
assert f.closed
assert open(path, "rb").read() == b"\xc3\xa91\ntwo\nthree"
with open(path, encoding="utf-8") as f:
    assert f.readline() == "é1\n"
    assert f.tell() == 4
    assert next(f) == "two\n"
    assert f.read() == "three"
    assert f.read() == ""
    assert f.seek(0) == 0
    assert f.readlines() == ["é1\n", "two\n", "three"]
    assert f.seek(4) == 4
    assert f.read(3) == "two"
with open(path, "a", encoding="utf-8") as f:
    f.write("!")
with open(path, "r+", encoding="utf-8") as f:
    f.seek(0)
    f.write("XX")
    f.seek(0)
    assert f.read(4) == "XX1\n"
with open(path, "wb") as f:
    f.write(b"a\r\nb\rc\nd")
assert open(path).read() == "a\nb\nc\nd"
assert open(path, newline="").read() == "a\r\nb\rc\nd"
assert open(path, newline="\r").readline() == "a\r"
assert [l for l in open(path)] == ["a\n", "b\n", "c\n", "d"]
with open(path) as f:
    f.read()
    assert f.newlines == ("\r", "\n", "\r\n")
with open(path, "w", newline="\r\n") as f:
    f.write("x\ny\n")
assert open(path, "rb").read() == b"x\r\ny\r\n"
with open(path, "w", encoding="latin-1", errors="replace") as f:
    f.write("é€")
assert open(path, "rb").read() == b"\xe9?"
raises(UnicodeDecodeError, "'utf-8' codec can't decode byte 0xe9 in position 0: invalid continuation byte", open(path, encoding="utf-8").read)
raises(FileExistsError, "[Errno 17] File exists: %r" % path, open, path, "x")
with open(path) as f:
    raises(io.UnsupportedOperation, "not writable", f.write, "x")
    assert f.readable()
    assert not f.writable()
    assert f.seekable()
    assert isinstance(f.fileno(), int)
    assert isinstance(f.buffer, io.BufferedReader)
raises(ValueError, "I/O operation on closed file.", f.read)
raises(LookupError, "unknown encoding: nope", lambda: open(path, encoding="nope"))
os.remove(path)
