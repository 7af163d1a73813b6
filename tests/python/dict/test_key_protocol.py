"""Keys are found by hash, then identity, then equality."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class K:
    def __init__(self, h, name):
        self.h, self.name = h, name

    def __hash__(self):
        log.append("hash " + self.name)
        return self.h

    def __eq__(self, other):
        log.append("eq %s %s" % (self.name, other.name))
        return self.name[0] == other.name[0]


log = []
a, b, c = K(1, "a1"), K(1, "b1"), K(1, "a2")
d = {a: "A"}
d[b] = "B"
assert d[a] == "A"
assert d[c] == "A"
assert d[b] == "B"
assert len(d) == 2
log.clear()
assert d[a] == "A"
assert log == ["hash a1"]
log.clear()
d[c] = "new"
assert d[a] == "new"
assert list(d)[0] is a


class NoEq:
    __hash__ = None


class OnlyEq:
    def __eq__(self, other):
        return True


class BadHash:
    def __hash__(self):
        return "x"


class Raises:
    def __hash__(self):
        raise ValueError("no hash")


raises(TypeError, "unhashable type: 'NoEq'", lambda: {NoEq(): 1})
raises(TypeError, "unhashable type: 'OnlyEq'", lambda: {OnlyEq(): 1})
raises(TypeError, "__hash__ method should return an integer", lambda: {BadHash(): 1})
raises(ValueError, "no hash", lambda: {}.get(Raises()))


class EqRaises:
    def __hash__(self):
        return 7

    def __eq__(self, other):
        raise KeyError("eq")


raises(KeyError, "'eq'", lambda: {EqRaises(): 1}[EqRaises()])
assert hash(type("H", (), {"__hash__": lambda s: 2 ** 64})()) == hash(2 ** 64)
assert hash(type("H", (), {"__hash__": lambda s: -1})()) == -2
