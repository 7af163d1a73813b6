"""reduce, wraps, total_ordering."""

from functools import WRAPPER_ASSIGNMENTS, reduce, total_ordering, update_wrapper, wraps


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert reduce(lambda a, b: a * b, range(1, 6)) == 120
assert reduce(max, [3, 9, 2]) == 9
assert reduce(lambda a, b: a + b, [], "init") == "init"
assert reduce(lambda a, b: a - b, [1, 2], 10) == 7
assert reduce(None, [5]) == 5
raises(TypeError, "reduce() of empty iterable with no initial value", reduce, max, [])


def decorate(f):
    @wraps(f)
    def wrapper(*a):
        "wrapper doc"
        return "wrapped", f(*a)
    return wrapper


@decorate
def original(x: int) -> str:
    "original doc"
    return x


original.attr = 1
assert original(5) == ("wrapped", 5)
assert original.__name__ == "original"
assert original.__doc__ == "original doc"
assert original.__wrapped__(1) == 1
assert original.__annotations__ == {"x": int, "return": str}
assert WRAPPER_ASSIGNMENTS == ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
assert update_wrapper(lambda: 0, len).__name__ == "len"


@total_ordering
class Version:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v if isinstance(o, Version) else NotImplemented

    def __lt__(self, o):
        return self.v < o.v if isinstance(o, Version) else NotImplemented


a, b = Version(1), Version(2)
assert a < b
assert a <= b
assert b > a
assert b >= a
assert a <= Version(1)
assert not a > b
assert sorted([b, a]) == [a, b]
raises(TypeError, "'<=' not supported between instances of 'Version' and 'int'", lambda: a <= 5)
raises(ValueError, "must define at least one ordering operation: < > <= >=", total_ordering, type("X", (), {}))
