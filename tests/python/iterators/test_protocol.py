"""iter and next on classes, `__getitem__` and callables."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Count:
    def __init__(self, n):
        self.n, self.i = n, 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i


class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


class NoIter:
    __iter__ = None

    def __getitem__(self, i):
        return i


class BadIter:
    def __iter__(self):
        return 5


assert list(Count(3)) == [1, 2, 3]
assert list(Old()) == [0, 10, 20]
assert 20 in Old()
assert 5 not in Old()
assert next(Count(0), "end") == "end"
a, b, c = Old()
assert (a, b, c) == (0, 10, 20)
assert max(Old()) == 20
assert [*Old()] == [0, 10, 20]
assert type(iter(Old())).__name__ == "iterator"
raises(TypeError, "'NoIter' object is not iterable", iter, NoIter())
raises(TypeError, "iter() returned non-iterator of type 'int'", iter, BadIter())
raises(TypeError, "'list' object is not an iterator", next, [])
raises(StopIteration, "", next, iter([]))
raises(TypeError, "iter(v, w): v must be callable", iter, 5, 6)
raises(TypeError, "next expected at least 1 argument, got 0", next)
values = iter([1, 2, 3, 0, 4])
assert list(iter(lambda: next(values), 0)) == [1, 2, 3]
assert list(values) == [4]
calls = iter(lambda: 1, 1)
assert list(calls) == []
assert type(calls).__name__ == "callable_iterator"
