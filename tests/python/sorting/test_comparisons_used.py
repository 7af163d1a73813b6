"""Sorting asks only `__lt__`, and cmp_to_key adapts comparison functions."""

from functools import cmp_to_key


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class OnlyLt:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        log.append("lt")
        return self.v < other.v


log = []
assert [x.v for x in sorted([OnlyLt(2), OnlyLt(1), OnlyLt(3)])] == [1, 2, 3]
assert set(log) == {"lt"}
log.clear()
sorted([OnlyLt(i) for i in range(10)])
assert len(log) == 9


class Gt:
    def __gt__(self, other):
        return False


assert len(sorted([Gt(), Gt()])) == 2
raises(TypeError, "'<' not supported between instances of 'object' and 'object'", sorted, [object(), object()])


def backwards(a, b):
    return (a < b) - (a > b)


assert sorted([1, 3, 2], key=cmp_to_key(backwards)) == [3, 2, 1]
K = cmp_to_key(lambda a, b: a % 10 - b % 10)
assert sorted([21, 13, 42, 11], key=K) == [21, 11, 42, 13]
assert K(1) == K(11)
assert K(1) < K(2)
assert K(3) >= K(13)


class Raises:
    def __lt__(self, other):
        raise ValueError("compare")


data = [Raises(), Raises()]
raises(ValueError, "compare", data.sort)
assert len(data) == 2
