"""BytesIO."""

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


b = io.BytesIO(b"abc\ndef")
assert b.read(2) == b"ab"
assert b.readline() == b"c\n"
assert b.tell() == 4
assert b.read1() == b"def"
assert b.read() == b""
assert b.seek(-3, 2) == 4
assert b.seek(1, 1) == 5
assert b.getvalue() == b"abc\ndef"
assert list(io.BytesIO(b"x\ny\n")) == [b"x\n", b"y\n"]
buf = bytearray(4)
b.seek(0)
assert b.readinto(buf) == 4
assert buf == b"abc\n"
assert b.write(b"XYZW") == 4
assert b.getvalue() == b"abc\nXYZW"
assert b.truncate(3) == 3
assert b.getvalue() == b"abc"
assert b.getbuffer().tobytes() == b"abc"
assert b.write(bytearray(b"q")) == 1
view = b.getbuffer()
view[0] = 122
raises(BufferError, "Existing exports of data: object cannot be re-sized", b.write, b"longer than before" * 5)
view.release()
assert b.getvalue()[:1] == b"z"
assert io.BytesIO(b"a\nb\nc").readlines(2) == [b"a\n"]
assert io.BytesIO(bytes(3)).read(10) == b"\0\0\0"
raises(TypeError, "a bytes-like object is required, not 'str'", b.write, "s")
raises(ValueError, "negative seek value -1", b.seek, -1)
raises(TypeError, "a bytes-like object is required, not 'str'", io.BytesIO, "s")
b.close()
raises(ValueError, "I/O operation on closed file.", b.read)
raises(ValueError, "I/O operation on closed file.", b.getvalue)
assert b.closed
