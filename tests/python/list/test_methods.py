"""Methods that change or search a list."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


a = [3, 1, 2]
assert a.append(5) is None
assert a.extend("xy") is None
assert a == [3, 1, 2, 5, "x", "y"]
assert a.pop() == "y"
assert a.pop(0) == 3
assert a.pop(-1) == "x"
assert a == [1, 2, 5]
a.insert(0, "first")
a.insert(100, "last")
a.insert(-1, "before")
assert a == ["first", 1, 2, 5, "before", "last"]
assert a.remove(2) is None
assert a.index(5) == 2
assert a.count(1) == 1
assert a.count(True) == 1
assert [1, 2, 1, 2].index(2, 2) == 3
assert [1, 2, 3].index(3, -1) == 2
assert a.reverse() is None
assert a[0] == "last"
c = a.copy()
a.clear()
assert a == []
assert len(c) == 5
assert c.sort(key=str) is None
assert c == [1, 5, "before", "first", "last"]
raises(ValueError, "list.remove(x): x not in list", [1].remove, 2)
raises(ValueError, "2 is not in list", [1].index, 2)
raises(ValueError, "'x' is not in list", ["y"].index, "x")
raises(ValueError, "1 is not in list", [1, 2].index, 1, 1)
raises(IndexError, "pop from empty list", [].pop)
raises(IndexError, "pop index out of range", [1].pop, 5)
raises(TypeError, "'str' object cannot be interpreted as an integer", [1].pop, "a")
raises(TypeError, "'int' object is not iterable", [].extend, 5)
raises(TypeError, "index expected at least 1 argument, got 0", [].index)
x = []
x.extend(x)
x += "ab"
x.extend(x)
assert x == ["a", "b", "a", "b"]
