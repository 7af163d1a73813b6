"""Comparison methods, reflection and defaults."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class C:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v if isinstance(o, C) else NotImplemented

    def __lt__(self, o):
        return self.v < o.v if isinstance(o, C) else NotImplemented


a, b = C(1), C(2)
assert a < b
assert b > a
assert a == C(1)
assert a != b
assert not a == 5
assert a != 5
raises(TypeError, "'<=' not supported between instances of 'C' and 'C'", lambda: a <= b)
raises(TypeError, "'<' not supported between instances of 'C' and 'int'", lambda: a < 5)
raises(TypeError, "'>' not supported between instances of 'int' and 'C'", lambda: 5 > a)


class Log:
    def __init__(self, name):
        self.name = name

    def __eq__(self, o):
        log.append(self.name + " eq")
        return NotImplemented

    def __lt__(self, o):
        log.append(self.name + " lt")
        return NotImplemented

    def __gt__(self, o):
        log.append(self.name + " gt")
        return "truthy"


class Sub(Log):
    pass


class Over(Log):
    def __eq__(self, o):
        log.append(self.name + " over")
        return "over"


log = []
x, y, s, o = Log("x"), Log("y"), Sub("s"), Over("o")
assert (x == y) is False
assert log == ["x eq", "y eq"]
log.clear()
assert (x < y) == "truthy"
assert log == ["x lt", "y gt"]
log.clear()
assert (x == o) == "over"
assert log == ["o over"]
log.clear()
assert (x == s) is False
assert log == ["s eq", "x eq"]
log.clear()
assert (x != y) is True
assert log == ["x eq", "y eq"]


class Ne:
    def __eq__(self, o):
        return False

    def __ne__(self, o):
        return "ne"


assert (Ne() != 1) == "ne"
assert (1 != Ne()) == "ne"
assert not Ne() == 1
