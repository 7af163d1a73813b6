"""collections.abc: virtual subclasses and mixins."""

from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, MutableMapping, MutableSequence, Sequence, Set, Sized


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert isinstance([], MutableSequence)
assert isinstance((), Sequence)
assert not isinstance((), MutableSequence)
assert isinstance({}, MutableMapping)
assert isinstance("", Sequence)
assert isinstance(range(1), Sequence)
assert isinstance({}.keys(), Set)
assert isinstance(len, Callable)
assert isinstance(5, Hashable)
assert not isinstance([], Hashable)
assert isinstance(iter([]), Iterator)
assert isinstance((x for x in ()), Iterator)
assert isinstance(b"", Sequence)
assert isinstance(bytearray(), MutableSequence)


class Sizable:
    def __len__(self):
        return 0


assert isinstance(Sizable(), Sized)
assert not isinstance(Sizable(), Iterable)
assert issubclass(Sizable, Sized)


class Seq(Sequence):
    def __init__(self, *v):
        self.v = v

    def __len__(self):
        return len(self.v)

    def __getitem__(self, i):
        return self.v[i]


s = Seq(1, 2, 2)
assert list(s) == [1, 2, 2]
assert s.count(2) == 2
assert s.index(2) == 1
assert 1 in s
assert list(reversed(s)) == [2, 2, 1]
raises(ValueError, "", s.index, 99)


class Map(MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)


m = Map()
m.update(a=1, b=2)
assert m.pop("a") == 1
assert m.setdefault("c", 3) == 3
assert dict(m) == {"b": 2, "c": 3}
assert m == {"b": 2, "c": 3}
assert list(m.items()) == [("b", 2), ("c", 3)]
assert m.keys() & {"b"} == {"b"}
assert m.get("z") is None
raises(TypeError, "Can't instantiate abstract class Sequence with abstract methods __getitem__, __len__", Sequence)
raises(TypeError, "Can't instantiate abstract class Part with abstract method __len__", type("Part", (Sequence,), {"__getitem__": None}))


class Odd(Set):
    def __contains__(self, x): return x in (1, 3)
    def __iter__(self): return iter((1, 3))
    def __len__(self): return 2

    @classmethod
    def _from_iterable(cls, it):
        return set(it)


assert Odd() & {3, 4} == {3}
assert Odd() | {2} == {1, 2, 3}
assert Odd() <= {1, 2, 3}
assert Odd() == {1, 3}
assert Odd().isdisjoint([2])
