"""Construction, subscripts and operators of lists."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


a = list("abc")
assert a == ["a", "b", "c"]
assert list() == []
assert list((1, 2)) == [1, 2]
assert list({1: 2}) == [1]
assert list(range(3)) == [0, 1, 2]
assert a[0] == "a"
assert a[-1] == "c"
assert a[::-1] == ["c", "b", "a"]
assert a[1:] == ["b", "c"]
assert a[5:] == []
assert a[-2:-1] == ["b"]
assert a + [1] == ["a", "b", "c", 1]
assert a * 2 == a + a
assert 0 * a == []
assert [[]] * 2 == [[], []]
assert "a" in a
assert "z" not in a
b = a
b += [1]
assert a is b
assert len(a) == 4
c = a[:]
assert c == a
assert c is not a
assert [1, 2] < [1, 3] < [2]
assert [] < [0]
assert [1, 2] <= [1, 2]
assert [1] != [1.5]
assert [1] == [1.0]
raises(IndexError, "list index out of range", lambda: a[10])
raises(IndexError, "list index out of range", lambda: [][-1])
raises(TypeError, "list indices must be integers or slices, not str", lambda: a["x"])
raises(TypeError, "list indices must be integers or slices, not tuple", lambda: a[1, 2])
raises(TypeError, "'int' object is not iterable", list, 5)
raises(TypeError, "unhashable type: 'list'", hash, a)
raises(TypeError, "'<' not supported between instances of 'str' and 'int'", lambda: ["a"] < [1])
raises(TypeError, "'<' not supported between instances of 'list' and 'tuple'", lambda: [1] < (1,))
assert ([1] == (1,)) is False
assert list.__new__(list) == []
assert type(list(a)) is list
