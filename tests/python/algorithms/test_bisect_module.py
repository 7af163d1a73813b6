"""Bisection."""

import bisect


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


a = [1, 2, 2, 2, 5]
assert bisect.bisect_left(a, 2) == 1
assert bisect.bisect_right(a, 2) == 4
assert bisect.bisect(a, 0) == 0
assert bisect.bisect(a, 9) == 5
assert bisect.bisect_left(a, 2, 2) == 2
assert bisect.bisect(a, 2, 0, 2) == 2
assert bisect.bisect([], 1) == 0
bisect.insort(a, 3)
bisect.insort_left(a, 2)
assert a == [1, 2, 2, 2, 2, 3, 5]
assert bisect.bisect_left(["a", "bb", "ccc"], 2, key=len) == 1
b = [("a", 3), ("b", 1)]
bisect.insort(b, ("c", 2), key=lambda p: -p[1])
assert b == [("a", 3), ("c", 2), ("b", 1)]
assert ["FDCBA"[bisect.bisect([60, 70, 80, 90], s)] for s in (33, 99, 77, 70, 89, 90, 100)] == ["F", "A", "C", "C", "B", "A", "A"]
raises(ValueError, "lo must be non-negative", bisect.bisect, [1], 1, -1)
raises(TypeError, "'<' not supported between instances of 'str' and 'int'", bisect.bisect, [1], "a")


class Seq:
    def __len__(self):
        return 1000

    def __getitem__(self, i):
        return i * i


assert bisect.bisect_left(Seq(), 144) == 12
assert bisect.bisect_right(Seq(), 144) == 13
