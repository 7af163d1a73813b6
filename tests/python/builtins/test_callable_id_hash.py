"""callable, id, hash and type tests."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert callable(len)
assert callable(int)
assert callable(lambda: 0)
assert not callable(5)
assert callable(type("C", (), {}))
assert not callable(type("C", (), {})())
assert callable(type("C", (), {"__call__": lambda s: 1})())
c = type("C", (), {})()
c.__call__ = lambda: 1
assert not callable(c)
raises(TypeError, "'C' object is not callable", c)
a = object()
assert id(a) == id(a)
assert type(id(a)) is int
assert hash("a") == hash("a")
assert hash(1) == hash(1.0) == hash(True)
assert hash((1, 2)) != hash((2, 1))
assert hash(None) == hash(None)
raises(TypeError, "unhashable type: 'list'", hash, [])
raises(TypeError, "hash() takes exactly one argument (0 given)", hash)
raises(TypeError, "id() takes exactly one argument (2 given)", id, 1, 2)


class H:
    def __hash__(self):
        return "x"


class Eq:
    def __eq__(self, o):
        return True


raises(TypeError, "__hash__ method should return an integer", hash, H())
raises(TypeError, "unhashable type: 'Eq'", hash, Eq())
assert Eq.__hash__ is None
assert hash(H) == hash(H)
