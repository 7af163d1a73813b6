"""ChainMap, UserDict, UserList, UserString."""

from collections import ChainMap, UserDict, UserList, UserString


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


c = ChainMap({"a": 1}, {"a": 2, "b": 3})
assert c["a"] == 1
assert c["b"] == 3
assert len(c) == 2
assert list(c) == ["a", "b"]
assert c.get("q") is None
assert c.parents == {"a": 2, "b": 3}
assert repr(c) == "ChainMap({'a': 1}, {'a': 2, 'b': 3})"
child = c.new_child({"z": 0})
child["a"] = 9
assert child["a"] == 9
assert c["a"] == 1
assert child.maps[0] == {"z": 0, "a": 9}
del child["a"]
assert child["a"] == 1
raises(KeyError, "\"Key not found in the first mapping: 'b'\"", child.__delitem__, "b")
raises(KeyError, "'q'", lambda: c["q"])


class Upper(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)


u = Upper(a=1)
u["b"] = 2
u.update(c=3)
assert u.data == {"A": 1, "B": 2, "C": 3}
assert u == {"A": 1, "B": 2, "C": 3}
assert "A" in u
assert repr(u) == "{'A': 1, 'B': 2, 'C': 3}"
l = UserList([3, 1, 2])
l.sort()
assert l == [1, 2, 3]
assert l[1:] == [2, 3]
assert type(l[1:]) is UserList
assert l + [4] == [1, 2, 3, 4]
assert l.data == [1, 2, 3]
assert 2 in l
s = UserString("abc")
assert s == "abc"
assert s.upper() == "ABC"
assert type(s.upper()) is UserString
assert s + "d" == "abcd"
assert len(s) == 3
assert hash(s) == hash("abc")
assert "b" in s
