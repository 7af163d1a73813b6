"""Range iterators, and what they remember."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


it = iter(range(3))
assert it.__length_hint__() == 3
assert next(it) == 0
assert it.__length_hint__() == 2
assert list(it) == [1, 2]
assert next(it, "end") == "end"
assert iter(it) is it
import copy
import pickle

it = iter(range(5))
next(it)
clone = copy.copy(it)
assert list(clone) == [1, 2, 3, 4] == list(it)
assert pickle.loads(pickle.dumps(range(3, 9, 2))) == range(3, 9, 2)
r = range(3)
a, b = iter(r), iter(r)
next(a)
assert next(b) == 0
assert type(a).__name__ == "range_iterator"
total = 0
for i in range(10 ** 30, 10 ** 30 + 3):
    total += i - 10 ** 30
assert total == 3
assert [i for i in reversed(range(10 ** 20, 10 ** 20 + 2))] == [10 ** 20 + 1, 10 ** 20]
assert list(zip(range(3), range(10, 0, -4))) == [(0, 10), (1, 6), (2, 2)]


class Step:
    def __index__(self):
        return 2


assert list(range(0, 6, Step())) == [0, 2, 4]
assert range(Step()).stop == 2
raises(AttributeError, "readonly attribute", setattr, range(3), "start", 1)
