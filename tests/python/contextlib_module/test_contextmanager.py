"""Generators as context managers."""

from contextlib import ContextDecorator, contextmanager


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
def tag(name):
    log.append("<%s>" % name)
    try:
        yield name.upper()
    except KeyError as e:
        log.append("caught %s" % e)
    finally:
        log.append("</%s>" % name)


with tag("a") as v:
    assert v == "A"
with tag("b"):
    raise KeyError("k")
assert log == ["<a>", "</a>", "<b>", "caught 'k'", "</b>"]


def use(cm):
    with cm:
        raise ValueError("body")


raises(ValueError, "body", use, tag("c"))


@contextmanager
def no_yield():
    return
    yield


@contextmanager
def two_yields():
    yield
    yield


@contextmanager
def swallow_and_yield():
    try:
        yield
    except ValueError:
        yield


def enter(cm):
    with cm:
        pass


raises(RuntimeError, "generator didn't yield", enter, no_yield())
raises(RuntimeError, "generator didn't stop", enter, two_yields())
raises(RuntimeError, "generator didn't stop after throw()", use, swallow_and_yield())


@contextmanager
def stop():
    yield


def stopper():
    with stop():
        raise StopIteration("s")


raises(StopIteration, "s", stopper)
log.clear()


@tag("deco")
def decorated():
    return "result"


assert decorated() == "result"
assert decorated() == "result"
assert log == ["<deco>", "</deco>"] * 2


class Plain(ContextDecorator):
    def __enter__(self):
        log.append("in")

    def __exit__(self, *a):
        log.append("out")


@Plain()
def f():
    log.append("f")


log.clear()
f()
assert log == ["in", "f", "out"]
