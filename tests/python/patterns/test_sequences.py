"""Sequence patterns, with stars, and what counts as a sequence."""

from collections import UserList, deque


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def f(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return "one", a
        case (a, b):
            return "two", a, b
        case [1, *rest, 9]:
            return "1..9", rest
        case [a, *_]:
            return "many", a


assert f([]) == f(()) == "empty"
assert f([5]) == ("one", 5)
assert f((1, 2)) == ("two", 1, 2)
assert f([1, 2, 3, 9]) == ("1..9", [2, 3])
assert f([2, 3, 4]) == ("many", 2)
assert f("ab") is None
assert f(b"ab") is None
assert f(bytearray(b"a")) is None
assert f({1, 2}) is None
assert f({}) is None
assert f(range(2)) == ("two", 0, 1)
assert f(deque([1])) == ("one", 1)
assert f(UserList([1])) == ("one", 1)
assert f(iter([1])) is None
assert f(5) is None
assert f(memoryview(b"a")) == ("one", 97)
match 1, 2, [3, 4]:
    case a, b, [c, *d]:
        assert (a, b, c, d) == (1, 2, 3, [4])
match [1, 2, 3]:
    case [*init, last]:
        assert init == [1, 2]
        assert last == 3


class Registered:
    def __len__(self):
        return 1

    def __getitem__(self, i):
        if i:
            raise IndexError
        return "item %d" % i


assert f(Registered()) is None
import collections.abc

collections.abc.Sequence.register(Registered)


class Later(Registered):
    pass


collections.abc.Sequence.register(Later)
assert f(Later()) == ("one", "item 0")
raises(SyntaxError, "multiple starred names in sequence pattern (<string>, line 2)", exec,
       "match x:\n case [*a, *b]: pass")
