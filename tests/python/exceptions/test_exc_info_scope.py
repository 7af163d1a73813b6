"""sys.exc_info follows the handlers, across calls and generators."""

import sys


def current():
    return sys.exc_info()[0]


assert current() is None
try:
    raise KeyError
except KeyError:
    assert current() is KeyError
    try:
        raise ValueError
    except ValueError:
        assert current() is ValueError
    assert current() is KeyError

    def f():
        try:
            raise OSError
        except OSError:
            return current()

    assert f() is OSError
    assert current() is KeyError
assert current() is None


def gen():
    try:
        raise TypeError
    except TypeError:
        yield current()
        yield current()
    yield current()


g = gen()
assert next(g) is TypeError
assert current() is None
try:
    raise KeyError
except KeyError:
    assert next(g) is TypeError
    assert current() is KeyError
    assert next(g) is KeyError
try:
    1 / 0
except ZeroDivisionError:
    pass
finally:
    assert current() is None
