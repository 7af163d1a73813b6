"""Fields, defaults, repr, equality."""

from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace


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
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)


p = P(1)
assert repr(p) == "P(x=1, y=0, tags=[])"
assert p == P(1, 0, [])
assert p != P(2)
assert P(1).tags is not P(1).tags
assert [f.name for f in fields(P)] == ["x", "y", "tags"]
assert asdict(p) == {"x": 1, "y": 0, "tags": []}
assert astuple(p) == (1, 0, [])
assert replace(p, y=5) == P(1, 5)
assert is_dataclass(P)
assert is_dataclass(p)
assert P.__match_args__ == ("x", "y", "tags")
assert P.__doc__ == "P(x: int, y: int = 0, tags: list = <factory>)"
assert (p == (1, 0, [])) is False
raises(TypeError, "P.__init__() missing 1 required positional argument: 'x'", P)
raises(TypeError, "unhashable type: 'P'", hash, p)
raises(TypeError, "'<' not supported between instances of 'P' and 'P'", lambda: p < p)


@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = field(default="b", compare=False, repr=False)


f = F(1, "x")
assert f == F(1, "y")
assert hash(f) == hash(F(1))
assert repr(f) == "F(a=1)"
assert F(1) < F(2)
assert sorted([F(3), F(1)])[0].a == 1
raises(FrozenInstanceError, "cannot assign to field 'a'", setattr, f, "a", 2)
raises(FrozenInstanceError, "cannot delete field 'a'", delattr, f, "a")
M = make_dataclass("M", ["x", ("y", int), ("z", int, 5)], namespace={"sum": lambda self: self.y + self.z})
assert M(1, 2).sum() == 7
assert repr(M(1, 2)) == "M(x=1, y=2, z=5)"
raises(ValueError, "mutable default <class 'list'> for field l is not allowed: use default_factory", lambda: dataclass(type("B", (), {"__annotations__": {"l": list}, "l": []})))
raises(TypeError, "non-default argument 'b' follows default argument", lambda: dataclass(type("B", (), {"__annotations__": {"a": int, "b": int}, "a": 1})))
raises(TypeError, "must be called with a dataclass type or instance", fields, 5)
raises(TypeError, "asdict() should be called on dataclass instances", asdict, P)
