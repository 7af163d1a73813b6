"""| and |= on dicts."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
assert a | b == {"x": 1, "y": 3, "z": 4}
assert list(b | a) == ["y", "z", "x"]
assert a == {"x": 1, "y": 2}
assert b | a == {"y": 2, "z": 4, "x": 1}
c = a
c |= b
assert a == {"x": 1, "y": 3, "z": 4}
c |= [("w", 0)]
assert a["w"] == 0
raises(TypeError, "unsupported operand type(s) for |: 'dict' and 'list'", lambda: a | [])
raises(TypeError, "unsupported operand type(s) for |: 'list' and 'dict'", lambda: [] | a)


def bad():
    global c
    c |= 5


raises(TypeError, "'int' object is not iterable", bad)


class D(dict):
    pass


assert type(D(a=1) | {"b": 2}) is dict
assert type({} | D()) is dict
assert {}.__or__(5) is NotImplemented


class R(dict):
    def __ror__(self, other):
        return "ror"

    def __or__(self, other):
        return "or"


assert {} | R() == "ror"
assert R() | {} == "or"
from collections import OrderedDict, defaultdict

assert type(OrderedDict(a=1) | {"b": 2}) is OrderedDict
assert (defaultdict(int) | {"a": 1})["missing"] == 0
