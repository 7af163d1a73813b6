"""Binary files: raw, buffered, random access."""

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


path = os.path.join(tempfile.mkdtemp(), "f.bin")
with open(path, "wb") as f:
    assert isinstance(f, io.BufferedWriter)
    assert f.write(bytes(range(10))) == 10
    assert f.tell() == 10
    assert f.seek(2) == 2
    assert f.write(b"XY") == 2
with open(path, "rb") as f:
    assert isinstance(f, io.BufferedReader)
    assert f.read(4) == b"\0\1XY"
    assert f.peek(1)[:1] == b"\4"
    assert f.read(1) == b"\4"
    assert f.seek(-2, 2) == 8
    assert f.read() == b"\x08\x09"
    assert f.read() == b""
    assert f.read1(5) == b""
with open(path, "r+b") as f:
    assert isinstance(f, io.BufferedRandom)
    f.seek(5)
    f.write(b"zz")
    f.seek(0)
    assert f.read(7) == b"\0\1XY\4zz"
    assert f.truncate(8) == 8
    assert f.seek(0, 2) == 8
with open(path, "ab") as f:
    f.write(b"end")
with open(path, "rb", buffering=0) as f:
    buf = bytearray(4)
    assert isinstance(f, io.FileIO)
    assert f.readinto(buf) == 4
    assert buf == b"\0\1XY"
    assert f.read(3) == b"\4zz"
    assert f.readall() == b"\7end"
    assert f.mode == "rb"
    assert os.fstat(f.fileno()).st_size == 11
assert os.path.getsize(path) == 11
assert io.open is open
raises(io.UnsupportedOperation, "read", lambda: open(path, "ab").read())
raises(io.UnsupportedOperation, "write", lambda: open(path, "rb").write(b""))
raises(TypeError, "a bytes-like object is required, not 'str'", lambda: open(path, "ab").write("s"))
raises(ValueError, "I/O operation on closed file", f.read)
with open(path, "wb") as f:
    f.write(b"a\nb\n")
assert list(open(path, "rb")) == [b"a\n", b"b\n"]
assert open(path, "rb").readlines() == [b"a\n", b"b\n"]
os.remove(path)
