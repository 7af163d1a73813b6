"""Subclasses, repr and immutability of bytes."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class B(bytes):
    def __new__(cls, v, tag=None):
        self = super().__new__(cls, v)
        self.tag = tag
        return self


b = B(b"abc", tag=1)
assert b == b"abc"
assert b.tag == 1
assert type(b[1:]) is bytes
assert type(b.upper()) is bytes
assert repr(b) == "b'abc'"
assert hash(b) == hash(b"abc")
assert repr(b"\0\t\n\r\x7f\xff'") == "b\"\\x00\\t\\n\\r\\x7f\\xff'\""
assert repr(b'"') == "b'\"'"
assert repr(b"'\"") == "b'\\'\"'"
assert repr(b"\\") == "b'\\\\'"
assert eval(repr(bytes(range(256)))) == bytes(range(256))
assert str(b"a") == "b'a'"
assert f"{b'a'}" == "b'a'"
raises(TypeError, "unsupported format string passed to bytes.__format__", format, b"a", "5")
raises(AttributeError, "'bytes' object has no attribute 'append'", lambda: b"".append)


def delete():
    x = b"ab"
    del x[0]


raises(TypeError, "'bytes' object doesn't support item deletion", delete)
assert b"".__contains__(1) is False
assert b"ab".__getitem__(0) == 97
assert b"a".__getnewargs__() == (b"a",)
assert b"ab".__mul__(2) == b"abab"
assert B.fromhex("6162") == b"ab"
assert type(B.fromhex("6162")) is B
