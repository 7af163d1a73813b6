"""Tuples: construction, operators, errors."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


t = (1, "a", None)
assert t[0] == 1
assert t[-1] is None
assert t[1:] == ("a", None)
assert len(t) == 3
assert t + (4,) == (1, "a", None, 4)
assert t * 2 == t + t
assert (1,) * -1 == ()
assert tuple("ab") == ("a", "b")
assert tuple() == ()
assert tuple([1]) == (1,)
assert () == ()
assert (1, 2) < (1, 3)
assert (1,) < (1, 0)
assert () < (0,)
assert (1, 2) == (1.0, 2.0)
assert hash((1, 2)) == hash((1.0, 2.0))
assert (1, [2]) == (1, [2])
assert t.count(None) == 1
assert t.index("a") == 1
assert "a" in t
assert (1, 2, 1).index(1, 1) == 2
assert {(1, 2): "v"}[1, 2] == "v"
raises(IndexError, "tuple index out of range", lambda: t[3])
raises(TypeError, "tuple indices must be integers or slices, not str", lambda: t["a"])
raises(ValueError, "tuple.index(x): x not in tuple", t.index, 5)
raises(TypeError, "unhashable type: 'list'", hash, (1, []))
raises(TypeError, "'int' object is not iterable", tuple, 5)
raises(AttributeError, "'tuple' object has no attribute 'append'", lambda: t.append)
raises(TypeError, "'<' not supported between instances of 'int' and 'str'", lambda: (1,) < ("a",))
assert repr(()) == "()"
assert repr((1,)) == "(1,)"
assert repr((1, 2)) == "(1, 2)"
assert repr(((),)) == "((),)"
a, (b, *c) = t[0], t
assert b == 1
assert c == ["a", None]
assert ((1, 2) + (3,))[::-1] == (3, 2, 1)
assert sum(((1,), (2,)), ()) == (1, 2)
