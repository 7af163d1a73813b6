"""partial objects."""

from functools import partial, partialmethod


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def f(*a, **k):
    return a, k


p = partial(f, 1, 2, x=3)
assert p(4, y=5) == ((1, 2, 4), {"x": 3, "y": 5})
assert p(x=9) == ((1, 2), {"x": 9})
assert p.func is f
assert p.args == (1, 2)
assert p.keywords == {"x": 3}
assert partial(p, 7).args == (1, 2, 7)
assert partial(p, 7).func is f
assert partial(int, base=2)("101") == 5
assert repr(partial(int, base=2)) == "functools.partial(<class 'int'>, base=2)"
p.attr = 1
assert p.__dict__ == {"attr": 1}
raises(TypeError, "the first argument must be callable", partial, 5)
import copy
import pickle

assert pickle.loads(pickle.dumps(partial(int, base=2)))("11") == 3
assert copy.copy(p).args == (1, 2)


class C:
    def base(self, *a, **k):
        return type(self).__name__, a, k

    bound = partialmethod(base, 1, k=2)


assert C().bound(3) == ("C", (1, 3), {"k": 2})
assert partial(f)() == ((), {})
