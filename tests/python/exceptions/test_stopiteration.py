"""StopIteration carries a value; inside generators it becomes RuntimeError."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert StopIteration().value is None
assert StopIteration(5).value == 5
assert StopIteration(1, 2).value == 1


def gen():
    yield 1
    return "result"


g = gen()
next(g)
try:
    next(g)
except StopIteration as e:
    assert e.value == "result"
    assert e.args == ("result",)


def leak():
    yield 1
    raise StopIteration("leaked")


g = leak()
next(g)
try:
    next(g)
except RuntimeError as e:
    assert str(e) == "generator raised StopIteration"
    assert type(e.__cause__) is StopIteration
    assert e.__context__ is e.__cause__
else:
    raise AssertionError


def through_next():
    yield next(iter([]))


raises(RuntimeError, "generator raised StopIteration", lambda: list(through_next()))


def tuple_result():
    return (1, 2)
    yield


try:
    next(tuple_result())
except StopIteration as e:
    assert e.value == (1, 2)
    assert e.args == ((1, 2),)


def outer():
    got = yield from tuple_result()
    yield got


assert list(outer()) == [(1, 2)]
