"""Enter, exit, and the arguments of exit."""


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
    def __init__(self, swallow=False):
        self.swallow = swallow

    def __enter__(self):
        log.append("enter")
        return "value"

    def __exit__(self, kind, value, tb):
        log.append((kind, str(value) if value else None, tb is not None))
        return self.swallow


with M() as v:
    log.append(v)
assert log == ["enter", "value", (None, None, False)]
log.clear()
with M(swallow=True):
    raise ValueError("x")
assert log == ["enter", (ValueError, "x", True)]


def unswallowed():
    with M():
        raise KeyError("k")


raises(KeyError, "'k'", unswallowed)
out = []
for i in range(4):
    with M():
        if i == 1:
            continue
        if i == 3:
            break
        out.append(i)
assert out == [0, 2]
with M() as (a, *b):
    assert a == "v"
    assert b == list("alue")


def use(m):
    with m:
        pass


class NoExit:
    def __enter__(self): pass


class OnInstance:
    def __init__(self):
        self.__enter__ = self.__exit__ = lambda *a: None


raises(AttributeError, "__enter__", use, 5)
raises(AttributeError, "__exit__", use, NoExit())
raises(AttributeError, "__enter__", use, OnInstance())
