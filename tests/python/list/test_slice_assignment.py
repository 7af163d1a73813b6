"""Assigning and deleting slices."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


a = list(range(6))
a[1:3] = "xyz"
assert a == [0, "x", "y", "z", 3, 4, 5]
a[1:4] = []
assert a == [0, 3, 4, 5]
a[len(a):] = [6]
a[:0] = [-1]
assert a == [-1, 0, 3, 4, 5, 6]
a[::2] = "abc"
assert a == ["a", 0, "b", 4, "c", 6]
a[::-1] = range(6)
assert a == [5, 4, 3, 2, 1, 0]
a[4:1] = ["in"]
assert a == [5, 4, 3, 2, "in", 1, 0]
del a[1:3], a[-1:]
assert a == [5, 2, "in", 1]
del a[::2]
assert a == [2, 1]
a[:] = (x for x in "gen")
assert a == ["g", "e", "n"]
a[1:2] = a
assert a == ["g", "g", "e", "n", "n"]
a[-100:100] = [1]
assert a == [1]
del a[:]
assert a == []


def store(s, v):
    [1, 2, 3, 4][s] = v


raises(ValueError, "attempt to assign sequence of size 1 to extended slice of size 2", store, slice(None, None, 2), [1])
raises(TypeError, "can only assign an iterable", store, slice(0, 1), 5)
raises(TypeError, "must assign iterable to extended slice", store, slice(None, None, 2), 5)
raises(IndexError, "list assignment index out of range", store, 9, 1)
raises(TypeError, "list indices must be integers or slices, not float", store, 1.0, 1)
raises(ValueError, "slice step cannot be zero", store, slice(None, None, 0), [])
raises(IndexError, "list assignment index out of range", [].__delitem__, 0)
