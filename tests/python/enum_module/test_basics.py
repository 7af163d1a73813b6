"""Enumerations: members, lookup, aliases, iteration."""

from enum import Enum, auto, unique


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Colour(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def hello(self):
        return "hello " + self.name.lower()

    @classmethod
    def default(cls):
        return cls.GREEN


assert repr(Colour.RED) == "<Colour.RED: 1>"
assert str(Colour.RED) == "Colour.RED"
assert Colour.RED.name == "RED"
assert Colour.RED.value == 1
assert Colour(1) is Colour["RED"] is Colour.CRIMSON
assert list(Colour) == [Colour.RED, Colour.GREEN]
assert len(Colour) == 2
assert Colour.RED in Colour
assert Colour.RED != 1
assert Colour.RED is not Colour.GREEN
assert isinstance(Colour.RED, Colour)
assert type(Colour.RED) is Colour
assert Colour.RED.hello() == "hello red"
assert Colour.default() is Colour.GREEN
assert list(Colour.__members__) == ["RED", "GREEN", "CRIMSON"]
assert {Colour.RED: 1}[Colour.RED] == 1
raises(ValueError, "3 is not a valid Colour", Colour, 3)
raises(KeyError, "'BLUE'", lambda: Colour["BLUE"])
raises(AttributeError, "BLUE", lambda: Colour.BLUE)
raises(AttributeError, "Cannot reassign members.", setattr, Colour, "RED", 5)
raises(AttributeError, "can't set attribute", setattr, Colour.RED, "value", 5)
raises(TypeError, "'<' not supported between instances of 'Colour' and 'Colour'", lambda: Colour.RED < Colour.GREEN)
raises(TypeError, "MoreColour: cannot extend enumeration 'Colour'", lambda: type(Colour)("MoreColour", (Colour,), type(Colour).__prepare__("MoreColour", (Colour,))))
raises(TypeError, "Attempted to reuse key: 'A'", exec, "from enum import Enum\nclass E(Enum):\n A = 1\n A = 2")


class Auto(Enum):
    def _generate_next_value_(name, start, count, last):
        return name.lower() + str(count)

    A = auto()
    B = auto()


assert Auto.A.value == "a0"
assert Auto.B.value == "b1"
raises(ValueError, "duplicate values found in <enum 'Colour'>: CRIMSON -> RED", unique, Colour)
Animal = Enum("Animal", "CAT DOG", start=5)
assert Animal.DOG.value == 6
assert [a.name for a in Enum("N", [("X", 1), ("Y", 2)])] == ["X", "Y"]
import pickle

assert pickle.loads(pickle.dumps(Colour.RED)) is Colour.RED
assert hash(Colour.RED) == hash("RED")
