"""A generator runs between yields."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def gen(n):
    log.append("start")
    for i in range(n):
        yield i
    log.append("end")


log = []
g = gen(2)
assert log == []
assert iter(g) is g
assert next(g) == 0
assert log == ["start"]
assert list(g) == [1]
assert log == ["start", "end"]
assert next(g, "done") == "done"
assert list(g) == []
assert type(g).__name__ == "generator"
assert g.__name__ == "gen"
assert g.__qualname__ == "gen"
assert g.gi_frame is None
assert g.gi_running is False
assert g.gi_yieldfrom is None
assert gen(1).gi_frame.f_locals == {"n": 1}
assert gen.__code__.co_flags & 0x20
assert repr(gen(1)).startswith("<generator object gen at 0x")
raises(TypeError, "'generator' object is not callable", g)
raises(TypeError, "gen() missing 1 required positional argument: 'n'", gen)


def reentrant():
    yield next(me)


me = reentrant()
raises(ValueError, "generator already executing", next, me)


def empty():
    return
    yield


assert list(empty()) == []
