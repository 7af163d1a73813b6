"""What may be raised."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def throw(x):
    raise x


class Refuses(Exception):
    def __new__(cls):
        return 5


raises(TypeError, "exceptions must derive from BaseException", throw, 5)
raises(TypeError, "exceptions must derive from BaseException", throw, "text")
raises(TypeError, "exceptions must derive from BaseException", throw, int)
raises(TypeError, "exceptions must derive from BaseException", throw, None)
raises(TypeError, "calling <class '__main__.Refuses'> should have returned an instance of BaseException, not <class 'int'>",
       throw, Refuses)


def bare():
    raise


raises(RuntimeError, "No active exception to reraise", bare)
try:
    raise ValueError
except ValueError as e:
    assert e.args == ()
    assert str(e) == ""


class Needs(Exception):
    def __init__(self, a):
        pass


raises(TypeError, "Needs.__init__() missing 1 required positional argument: 'a'", throw, Needs)


def reraise_outer():
    try:
        raise KeyError("k")
    except KeyError:
        bare()


raises(KeyError, "'k'", reraise_outer)


def reraise_after_inner():
    try:
        raise KeyError("outer")
    except KeyError:
        try:
            raise ValueError("inner")
        except ValueError:
            pass
        raise


raises(KeyError, "'outer'", reraise_after_inner)
