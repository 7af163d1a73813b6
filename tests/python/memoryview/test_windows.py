"""Views into views, and writing through them."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


data = bytearray(range(10))
m = memoryview(data)
w = m[2:8]
v = w[1::2]
assert v.tolist() == [3, 5, 7]
assert w.tolist() == [2, 3, 4, 5, 6, 7]
v[0] = 99
assert data[3] == 99
assert w[1] == 99
w[:2] = b"\xaa\xbb"
assert data[2:4] == b"\xaa\xbb"
assert v[0] == 0xBB
assert m[::-1][0] == 9
assert v == bytes([0xBB, 5, 7])
assert m[5:5].tolist() == []
assert bytes(w) == w.tobytes() == data[2:8]
assert sum(m[8:]) == 17
assert memoryview(b"abc")[1:] == b"bc"
raises(ValueError, "memoryview assignment: lvalue and rvalue have different structures", w.__setitem__, slice(0, 2), b"x")
raises(ValueError, "slice step cannot be zero", lambda: m[::0])
