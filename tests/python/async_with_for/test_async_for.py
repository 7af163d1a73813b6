"""`async for` with else, break and bad iterables."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def drive(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


class Count:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        self.i = 0
        return self

    async def __anext__(self):
        if self.i == self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i


async def main(n, stop):
    out = []
    async for x in Count(n):
        if x == 2:
            continue
        if x == stop:
            break
        out.append(x)
    else:
        out.append("else")
    return out


assert drive(main(3, 9)) == [1, 3, "else"]
assert drive(main(5, 4)) == [1, 3]


async def over(v):
    async for x in v:
        pass


class BadIter:
    def __aiter__(self):
        return 5


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


raises(TypeError, "'async for' requires an object with __aiter__ method, got list", drive, over([1]))
raises(TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: int",
       drive, over(BadIter()))
raises(TypeError, "'async for' received an invalid object from __anext__: int", drive, over(BadNext()))
it = aiter(Count(1))
assert drive(anext(it)) == 1


async def default():
    return await anext(it, "default")


assert drive(default()) == "default"
raises(TypeError, "'list' object is not an async iterable", aiter, [])
raises(TypeError, "'int' object is not an async iterator", anext, 5)
