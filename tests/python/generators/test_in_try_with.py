"""Generators suspended inside try, with and loops keep their state."""

from contextlib import contextmanager


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


log = []


@contextmanager
def tracked(name):
    log.append("enter " + name)
    try:
        yield name
    finally:
        log.append("exit " + name)


def gen():
    with tracked("a") as a:
        for i in range(2):
            with tracked("b%d" % i):
                try:
                    yield i
                except KeyError:
                    log.append("KeyError")
                    yield "handled"


g = gen()
assert next(g) == 0
assert g.throw(KeyError) == "handled"
assert next(g) == 1
assert list(g) == []
assert log == ["enter a", "enter b0", "KeyError", "exit b0", "enter b1", "exit b1", "exit a"]


def in_except():
    try:
        raise ValueError("original")
    except ValueError as e:
        yield "in handler"
        yield str(e)
        raise


g = in_except()
assert next(g) == "in handler"
assert next(g) == "original"
raises(ValueError, "original", next, g)


def in_finally():
    try:
        yield 1
    finally:
        yield 2
    yield 3


assert list(in_finally()) == [1, 2, 3]
