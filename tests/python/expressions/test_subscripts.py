"""Subscripts pass tuples, slices and ellipses unchanged."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Echo:
    def __getitem__(self, key):
        return key


e = Echo()
assert e[1] == 1
assert e[1, 2] == (1, 2)
assert e[(1, 2)] == (1, 2)
assert e[1,] == (1,)
assert e[...] is Ellipsis
assert e[1:2] == slice(1, 2, None)
assert e[:] == slice(None, None, None)
assert e[::2] == slice(None, None, 2)
assert e[1:2, ..., 3] == (slice(1, 2), Ellipsis, 3)
assert e[lambda: 1]() == 1
assert e[x := 4] == 4
assert x == 4

raises(TypeError, "'int' object is not subscriptable", lambda v: v[0], 1)
raises(TypeError, "'NoneType' object is not subscriptable", lambda v: v["a"], None)
raises(TypeError, "'function' object is not subscriptable", lambda v: v[0], raises)
raises(TypeError, "'set' object is not subscriptable", lambda v: v[0], {1})


def store(o):
    o[0] = 1


def delete(o):
    del o[0]


raises(TypeError, "'tuple' object does not support item assignment", store, (1,))
raises(TypeError, "'str' object does not support item assignment", store, "a")
raises(TypeError, "'int' object does not support item assignment", store, 5)
raises(TypeError, "'tuple' object doesn't support item deletion", delete, (1,))
raises(TypeError, "'NoneType' object does not support item deletion", delete, None)
raises(TypeError, "'type' object is not subscriptable", lambda: int[0])
