"""TextIOWrapper over bytes."""

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


raw = io.BytesIO("h\u00e9llo\nw\u00f6rld\r\nend".encode("utf-8"))
t = io.TextIOWrapper(raw, encoding="utf-8", newline=None)
assert t.readline() == "héllo\n"
assert t.read(2) == "wö"
assert t.readlines() == ["rld\n", "end"]
assert t.encoding == "utf-8"
assert t.buffer is raw
out = io.BytesIO()
w = io.TextIOWrapper(out, encoding="latin-1", newline="\r\n", write_through=True)
w.write("é\n")
assert out.getvalue() == b"\xe9\r\n"
assert w.detach() is out
raises(ValueError, "underlying buffer has been detached", w.write, "x")
b = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
b.write("a")
raises(UnicodeEncodeError, "'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)", b.write, "é")
b.reconfigure(errors="backslashreplace")
b.write("é")
b.flush()
assert b.buffer.getvalue() == b"a\\xe9"
u = io.TextIOWrapper(io.BytesIO("a\ud7ffb".encode("utf-16")), encoding="utf-16")
assert u.read() == "a\ud7ffb"
r = io.BufferedReader(io.BytesIO(b"abcdef"), buffer_size=2)
assert r.read(1) == b"a"
assert r.peek()[:1] == b"b"
assert r.read() == b"bcdef"
pair = io.BufferedRWPair(io.BytesIO(b"in"), io.BytesIO())
assert pair.read() == b"in"
assert pair.write(b"x") == 1


class Raw(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, buf):
        data = chunks.pop(0) if chunks else b""
        buf[:len(data)] = data
        return len(data)


chunks = [b"ab\nc", b"d\n"]
assert io.BufferedReader(Raw()).readlines() == [b"ab\n", b"cd\n"]
chunks = [b"xy"]
assert io.TextIOWrapper(io.BufferedReader(Raw())).read() == "xy"
