"""Return, yield and exceptions through with."""


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


class M:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        log.append(kind.__name__ if kind else None)
        return kind is KeyError


def ret():
    with M():
        return "r"


def swallow_then():
    with M():
        raise KeyError
    return "after"


def loop_return():
    for i in range(3):
        with M():
            if i:
                return i


def gen():
    with M():
        yield 1
        yield 2


assert ret() == "r"
assert swallow_then() == "after"
assert loop_return() == 1
assert log == [None, "KeyError", None, None]
log.clear()
assert list(gen()) == [1, 2]
g = gen()
next(g)
g.close()
assert log == [None, "GeneratorExit"]


class TruthRaises:
    def __bool__(self):
        raise OSError("truth")


class Weird:
    def __enter__(self): pass

    def __exit__(self, *a):
        return TruthRaises()


def weird(fail):
    with Weird():
        if fail:
            raise ValueError


weird(False)
raises(OSError, "truth", weird, True)
