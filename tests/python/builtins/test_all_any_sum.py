"""all, any and sum."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert all([])
assert all([1, "a"])
assert not all([1, 0])
assert any([0, 2])
assert not any([])
assert not any([0, ""])
seen = []
assert any(seen.append(x) or x for x in (0, 3, 5))
assert seen == [0, 3]
assert sum([]) == 0
assert sum([1, 2.5]) == 3.5
assert sum([[1], [2]], []) == [1, 2]
assert sum((x for x in range(4)), 10) == 16
assert sum([1], start=5) == 6
assert sum([0.1] * 10) == 0.9999999999999999
assert sum([1, 2 ** 63, 1j]) == 2 ** 63 + 1 + 1j
assert sum([True, True]) == 2
assert type(sum([True])) is int
assert sum([2 ** 62] * 4) == 2 ** 64
assert sum([1.5, 2, 2 ** 70]) == 3.5 + 2 ** 70
raises(TypeError, "sum() can't sum strings [use ''.join(seq) instead]", sum, ["a"], "")
raises(TypeError, "sum() can't sum bytes [use b''.join(seq) instead]", sum, [b"a"], b"")
raises(TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]", sum, [], bytearray())
raises(TypeError, "unsupported operand type(s) for +: 'int' and 'str'", sum, ["a"])
raises(TypeError, "'int' object is not iterable", sum, 5)
raises(TypeError, "'int' object is not iterable", all, 5)
raises(TypeError, "sum() takes at least 1 positional argument (0 given)", sum)


class V:
    def __init__(self, v):
        self.v = v

    def __radd__(self, o):
        return V(o + self.v)

    def __add__(self, o):
        return V(self.v + o.v)


assert sum([V(1), V(2)]).v == 3
