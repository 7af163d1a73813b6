"""Exceptions raised while another is on its way."""


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


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        raise TypeError("exit failed")


try:
    with Manager():
        raise ValueError("body")
except TypeError as e:
    assert str(e) == "exit failed"
    assert str(e.__context__) == "body"


def gen():
    try:
        yield 1
    finally:
        raise KeyError("in close")


g = gen()
next(g)
raises(KeyError, "'in close'", g.close)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
raises(RuntimeError, "generator ignored GeneratorExit", g.close)


class BadStr(Exception):
    def __str__(self):
        raise ValueError("no text")


raises(ValueError, "no text", str, BadStr())


class BadEq:
    def __eq__(self, other):
        raise OSError("no comparison")


raises(OSError, "no comparison", lambda: BadEq() in [1])
raises(OSError, "no comparison", [1, BadEq()].index, 5)
