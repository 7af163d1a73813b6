"""IntEnum, Flag, IntFlag and mixed types."""

from enum import Enum, Flag, IntEnum, IntFlag, auto


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Size(IntEnum):
    S = 1
    L = 3


assert Size.S == 1
assert Size.S < Size.L
assert Size.L + 1 == 4
assert sorted([Size.L, Size.S]) == [1, 3]
assert [10, 20][Size.S] == 20
assert f"{Size.S}" == "1"
assert repr(Size.S) == "<Size.S: 1>"
assert "%d" % Size.L == "3"
assert isinstance(Size.S, int)


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


assert Perm.R.value == 1
assert Perm.X.value == 4
assert Perm.R | Perm.W is Perm.RW
assert Perm.R in Perm.RW
assert Perm.X not in Perm.RW
assert bool(Perm.R & Perm.W) is False
assert Perm.RW ^ Perm.R == Perm.W
assert (~Perm.R).value == 6
assert repr(Perm.R | Perm.X) == "<Perm.X|R: 5>"
assert Perm(0).value == 0
assert str(Perm(0)) == "Perm.0"
raises(ValueError, "8 is not a valid Perm", Perm, 8)
raises(TypeError, "unsupported operand type(s) for |: 'Perm' and 'int'", lambda: Perm.R | 1)


class Bits(IntFlag):
    A = 1
    B = 2


assert Bits.A | 4 == 5
assert Bits(5).value == 5
assert Bits.A | Bits.B == 3
assert isinstance(Bits.A | Bits.B, Bits)
assert Bits.A & 1 == Bits.A
assert Bits.A + 1 == 2


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return round(6.67e-11 * self.mass / self.radius ** 2, 1)


assert Planet.EARTH.gravity == 9.8
assert Planet((6.4e23, 3.39e6)) is Planet.MARS


class Word(str, Enum):
    HI = "hi"

    @classmethod
    def _missing_(cls, value):
        return cls.HI if value == "hello" else None


assert Word.HI == "hi"
assert Word.HI.upper() == "HI"
assert Word("hello") is Word.HI
assert "x" + Word.HI == "xhi"
raises(ValueError, "'q' is not a valid Word", Word, "q")
