"""Iterables of every kind in unpacking, calls and displays."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class It:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        log.append("iter")
        yield from self.items
        log.append("end")


log = []
a, b = It(1, 2)
assert log == ["iter", "end"]
log.clear()
a, *b = It(1, 2, 3)
assert (a, b) == (1, [2, 3])
assert log == ["iter", "end"]
assert [*It(1), *It(2)] == [1, 2]
assert (lambda *x: x)(*It(4, 5)) == (4, 5)
assert {*It(1, 1)} == {1}
assert dict(It(("k", "v"))) == {"k": "v"}
log.clear()
try:
    a, b = It(1, 2, 3)
except ValueError as e:
    assert str(e) == "too many values to unpack (expected 2)"
assert log == ["iter"]


class Failing:
    def __iter__(self):
        yield 1
        raise KeyError("in iteration")


def unpack():
    a, b = Failing()


raises(KeyError, "'in iteration'", unpack)
raises(KeyError, "'in iteration'", list, Failing())
raises(KeyError, "'in iteration'", lambda: 2 in Failing())
assert 1 in Failing()
raises(KeyError, "'in iteration'", sum, Failing())
raises(KeyError, "'in iteration'", ",".join, (str(x) for x in Failing()))


class LenLies:
    def __len__(self):
        raise ValueError("len asked")

    def __iter__(self):
        return iter("ab")


raises(ValueError, "len asked", list, LenLies())
assert [*iter(LenLies())] == ["a", "b"]
