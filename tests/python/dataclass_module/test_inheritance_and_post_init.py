"""Inheritance, InitVar, ClassVar, slots and kw_only."""

from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


@dataclass
class Base:
    a: int
    b: int = 2
    count: ClassVar[int] = 0

    def __post_init__(self):
        self.total = self.a + self.b


@dataclass
class Child(Base):
    c: int = 3
    b: int = 20
    scale: InitVar[int] = 10

    def __post_init__(self, scale):
        super().__post_init__()
        self.scaled = self.c * scale


c = Child(1)
assert repr(c) == "Child(a=1, b=20, c=3)"
assert c.total == 21
assert c.scaled == 30
assert Child(1, 2, 3, 4).scaled == 12
assert Base(1) != Child(1, 2)
assert not hasattr(c, "__slots__")


@dataclass(slots=True)
class S:
    x: int
    y: int = 5


s = S(1)
assert S.__slots__ == ("x", "y")
assert not hasattr(s, "__dict__")
assert s.y == 5
raises(AttributeError, "'S' object has no attribute 'z'", setattr, s, "z", 1)


@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int = field(default=2, kw_only=True)


assert K(0, b=5, c=6) == K(0, b=5, c=6)
assert repr(K(0)) == "K(a=0, b=1, c=2)"
raises(TypeError, "K.__init__() takes 2 positional arguments but 3 were given", K, 1, 2)


@dataclass(eq=False)
class NoEq:
    x: int


assert NoEq(1) != NoEq(1)
assert isinstance(hash(NoEq(1)), int)


@dataclass(repr=False, init=False)
class Bare:
    x: int = 7


assert "Bare object at" in repr(Bare())
assert Bare().x == 7


@dataclass(unsafe_hash=True)
class H:
    x: int


assert hash(H(1)) == hash(H(1))
assert {H(1): "v"}[H(1)] == "v"


@dataclass
class Node:
    value: int
    next: "Node" = None


n = Node(1)
n.next = n
assert repr(n) == "Node(value=1, next=...)"
