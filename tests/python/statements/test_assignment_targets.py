"""Tuples, lists, attributes, subscripts and stars as targets."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


a, b = 1, 2
a, b = b, a
assert (a, b) == (2, 1)
(x, [y, z]), w = (1, "23"), 4
assert (x, y, z, w) == (1, "2", "3", 4)
first, *rest = "abc"
assert first == "a"
assert rest == ["b", "c"]
*init, last = range(3)
assert init == [0, 1]
assert last == 2
p, *q, r = 1, 2
assert q == []
(s, *t), *u = ["xyz", 1]
assert (s, t, u) == ("x", ["y", "z"], [1])
() = []
[] = ()
i = j = k = []
assert i is j is k


class C:
    pass


c = C()
c.v, c.l = 1, [0, 0]
c.l[0], c.l[1] = "a", "b"
assert c.v == 1
assert c.l == ["a", "b"]
i = 0
i, c.l[i] = 1, 9
assert c.l == ["a", 9]


def unpack2(v):
    a, b = v


def unpack_star(v):
    a, b, *c = v


raises(ValueError, "too many values to unpack (expected 2)", unpack2, (1, 2, 3))
raises(ValueError, "not enough values to unpack (expected 2, got 1)", unpack2, [1])
raises(ValueError, "not enough values to unpack (expected 2, got 0)", unpack2, "")
raises(ValueError, "not enough values to unpack (expected at least 2, got 1)", unpack_star, [1])
raises(TypeError, "cannot unpack non-iterable int object", unpack2, 5)
raises(TypeError, "cannot unpack non-iterable NoneType object", unpack_star, None)
