"""The recursion limit can be read and changed."""

import sys


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


old = sys.getrecursionlimit()
assert old >= 500


def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


sys.setrecursionlimit(200)
low = depth()
sys.setrecursionlimit(old)
assert low < 200 < depth()
raises(ValueError, "recursion limit must be greater or equal than 1", sys.setrecursionlimit, 0)
raises(TypeError, "'str' object cannot be interpreted as an integer", sys.setrecursionlimit, "a")


def f():
    f()


try:
    f()
except RecursionError as e:
    assert str(e) == "maximum recursion depth exceeded" or str(e).startswith("maximum recursion depth exceeded")
    tb, n = e.__traceback__, 0
    while tb:
        n, tb = n + 1, tb.tb_next
    assert n > 100
