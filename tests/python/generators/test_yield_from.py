"""`yield from` delegates values, sends, throws and the result."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def inner():
    got = []
    try:
        while True:
            got.append((yield len(got)))
            if got[-1] is None:
                got.pop()
                break
    except KeyError as e:
        got.append("caught")
    return got


def outer():
    result = yield from inner()
    yield result


g = outer()
assert next(g) == 0
assert g.send("a") == 1
assert g.send("b") == 2
assert next(g) == ["a", "b"]
g = outer()
next(g)
assert g.throw(KeyError) == ["caught"]
g = outer()
next(g)
assert g.gi_yieldfrom.__name__ == "inner"
raises(ValueError, "v", g.throw, ValueError("v"))


def over(iterable):
    return (yield from iterable)


assert list(over("ab")) == ["a", "b"]
assert list(over({1: 2})) == [1]
g = over([1, 2])
next(g)
raises(AttributeError, "'list_iterator' object has no attribute 'send'", g.send, 5)
raises(TypeError, "'int' object is not iterable", lambda: list(over(5)))


class Custom:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration("custom result")


def take():
    yield (yield from Custom())


assert list(take()) == ["custom result"]
