"""Where integers are required, `__index__` serves."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Three:
    def __index__(self):
        return 3


t = Three()
data = list(range(10))
assert data[t] == 3
assert data[:t] == [0, 1, 2]
assert data[::t] == [0, 3, 6, 9]
assert "abcdef"[t] == "d"
assert list(range(t)) == [0, 1, 2]
assert [0] * t == [0, 0, 0]
assert "ab" * t == "ababab"
assert b"x" * t == b"xxx"
assert bytes(t) == b"\0\0\0"
assert chr(t) == "\x03"
assert hex(t) == "0x3"
assert (1).__lshift__(3) == 8
assert "%c" % 65 == "A"
assert "{:d}".format(3) == "3"
assert round(1.23456, t) == 1.235
assert data.pop(t) == 3
assert (5, 6, 7, 8)[t] == 8
assert bytearray(t) == b"\0\0\0"
import operator

assert operator.index(t) == 3
assert operator.index(True) == 1


class Bad:
    def __index__(self):
        return "3"


class Raising:
    def __index__(self):
        raise KeyError("idx")


raises(TypeError, "__index__ returned non-int (type str)", lambda: data[Bad()])
raises(KeyError, "'idx'", lambda: data[Raising()])
raises(TypeError, "list indices must be integers or slices, not float", lambda: data[1.0])
raises(TypeError, "slice indices must be integers or None or have an __index__ method", lambda: data[1.0:])
raises(TypeError, "'float' object cannot be interpreted as an integer", range, 1.0)
raises(TypeError, "can't multiply sequence by non-int of type 'Bare'", lambda: [1] * type("Bare", (), {})())
raises(IndexError, "cannot fit 'int' into an index-sized integer", lambda: data[10 ** 30])
assert data[:10 ** 30] == data
assert data[-10 ** 30:] == data
