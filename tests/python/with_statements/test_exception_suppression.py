"""Which exceptions exit methods swallow and replace."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Swallow:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        self.seen = kind, value
        return kind is not None and issubclass(kind, self.kinds)


class Replace:
    def __enter__(self):
        pass

    def __exit__(self, kind, value, tb):
        if kind:
            raise RuntimeError("replaced") from value


with Swallow(KeyError, ValueError) as s:
    int("x")
assert s.seen[0] is ValueError
assert str(s.seen[1]).startswith("invalid literal")


def body(manager, error):
    with manager:
        raise error
    return "swallowed"


assert body(Swallow(LookupError), IndexError()) == "swallowed"
raises(TypeError, "not mine", body, Swallow(LookupError), TypeError("not mine"))
try:
    body(Replace(), ValueError("original"))
except RuntimeError as e:
    assert str(e) == "replaced"
    assert str(e.__cause__) == "original"
    assert e.__context__ is e.__cause__


def nested():
    with Swallow(RuntimeError):
        with Replace():
            raise KeyError
    return "outer swallowed the replacement"


assert nested() == "outer swallowed the replacement"


class Same:
    def __enter__(self): pass

    def __exit__(self, kind, value, tb):
        raise value


try:
    body(Same(), KeyError("again"))
except KeyError as e:
    assert str(e) == "'again'"
    assert e.__context__ is None
assert body(Swallow(BaseException), SystemExit(3)) == "swallowed"
assert body(Swallow(GeneratorExit), GeneratorExit()) == "swallowed"
