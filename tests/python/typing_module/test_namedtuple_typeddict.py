"""typing.NamedTuple, TypedDict, overload and annotations."""

from typing import Annotated, NamedTuple, TypedDict, get_type_hints, overload


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class P(NamedTuple):
    """Doc."""
    x: int
    y: str = "d"

    def both(self):
        return self.x, self.y


p = P(1)
assert p == (1, "d")
assert p.both() == (1, "d")
assert P._fields == ("x", "y")
assert P._field_defaults == {"y": "d"}
assert P.__annotations__ == {"x": int, "y": str}
assert repr(p) == "P(x=1, y='d')"
assert P.__doc__ == "Doc."
N = NamedTuple("N", [("a", int), ("b", str)])
assert N(1, "z").b == "z"


class D(TypedDict, total=False):
    a: int
    b: str


assert D(a=1) == {"a": 1}
assert type(D(a=1)) is dict
assert D.__total__ is False
assert D.__optional_keys__ == {"a", "b"}
assert TypedDict("E", {"k": int}).__required_keys__ == {"k"}
raises(TypeError, "TypedDict does not support instance and class checks", isinstance, {}, D)


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


assert f(5) == 5


def g(a: "int", b: Annotated[str, "meta"], c: "int" = None) -> None:
    pass


assert get_type_hints(g)["a"] is int
assert get_type_hints(g)["b"] is str
assert get_type_hints(g, include_extras=True)["b"] == Annotated[str, "meta"]
assert get_type_hints(g)["return"] is type(None)
raises(NameError, "name 'Unknown' is not defined", lambda: get_type_hints(type("X", (), {"__annotations__": {"a": "Unknown"}})))
raises(TypeError, "Non-default namedtuple field b cannot follow default field a", exec, "from typing import NamedTuple\nclass B(NamedTuple):\n a: int = 1\n b: int")
