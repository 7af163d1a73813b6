"""Released views refuse everything."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


m = memoryview(b"abc")
sub = m[1:]
m.release()
m.release()
text = "operation forbidden on released memoryview object"
raises(ValueError, text, len, m)
raises(ValueError, text, lambda: m[0])
raises(ValueError, text, m.tobytes)
raises(ValueError, text, m.tolist)
raises(ValueError, text, lambda: m.format)
raises(ValueError, text, lambda: m.nbytes)
raises(ValueError, text, memoryview, m)
assert sub.tobytes() == b"bc"
assert repr(m).startswith("<released memory at 0x")
assert repr(sub).startswith("<memory at 0x")
assert (m == m) is True
assert (m == b"abc") is False
with memoryview(b"xy") as v:
    assert v.tobytes() == b"xy"
raises(ValueError, text, v.tobytes)


def enter():
    with v:
        pass


raises(ValueError, text, enter)
assert memoryview(b"ab").obj == b"ab"
assert bytes(memoryview(memoryview(b"q"))) == b"q"
assert b"".join([memoryview(b"a"), b"b"]) == b"ab"
