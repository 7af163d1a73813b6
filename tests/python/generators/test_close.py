"""`close` raises GeneratorExit inside and accepts its end."""


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


def gen():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        log.append("finally")


g = gen()
next(g)
assert g.close() is None
assert log == ["exit", "finally"]
assert g.close() is None
raises(StopIteration, "", next, g)
unstarted = gen()
log.clear()
unstarted.close()
assert log == []
assert list(unstarted) == []


def returns():
    try:
        yield
    except GeneratorExit:
        return 5


g = returns()
next(g)
assert g.close() is None


def raises_other():
    try:
        yield
    finally:
        1 / 0


g = raises_other()
next(g)
raises(ZeroDivisionError, "division by zero", g.close)


def ignores():
    while True:
        try:
            yield
        except GeneratorExit:
            pass


g = ignores()
next(g)
raises(RuntimeError, "generator ignored GeneratorExit", g.close)
