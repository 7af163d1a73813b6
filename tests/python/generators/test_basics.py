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
assert log == [] and iter(g) is g
assert next(g) == 0 and log == ["start"]
assert list(g) == [1] and log == ["start", "end"]
assert next(g, "done") == "done" and list(g) == []
assert type(g).__name__ == "generator" and g.__name__ == "gen" and g.__qualname__ == "gen"
assert g.gi_frame is None and g.gi_running is False and g.gi_yieldfrom is None
assert gen(1).gi_frame.f_locals == {"n": 1} and gen.__code__.co_flags & 0x20
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
