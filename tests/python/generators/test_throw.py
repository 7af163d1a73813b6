"""`throw` raises at the yield."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def gen():
    while True:
        try:
            yield "ok"
        except ValueError as e:
            yield "caught " + str(e)


g = gen()
next(g)
assert g.throw(ValueError("a")) == "caught a"
assert next(g) == "ok"
assert g.throw(ValueError, "b") == "caught b"
assert next(g) == "ok"
assert g.throw(ValueError, ValueError("c"), None) == "caught c"
raises(KeyError, "'k'", g.throw, KeyError("k"))
raises(StopIteration, "", next, g)
raises(OSError, "late", g.throw, OSError("late"))
fresh = gen()
raises(TypeError, "unstarted", fresh.throw, TypeError("unstarted"))
raises(StopIteration, "", next, fresh)
g = gen()
raises(TypeError, "exceptions must be classes or instances deriving from BaseException, not int", g.throw, 5)
raises(TypeError, "instance exception may not have a separate value", g.throw, ValueError("x"), 3)
raises(TypeError, "throw() third argument must be a traceback object", g.throw, ValueError, None, 5)


def returns():
    try:
        yield
    except KeyError:
        return "returned"


g = returns()
next(g)
try:
    g.throw(KeyError)
except StopIteration as e:
    assert e.value == "returned"
