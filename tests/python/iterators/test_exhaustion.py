"""Exhausted iterators stay so."""

for make in (lambda: iter([1]), lambda: iter((1,)), lambda: iter("a"), lambda: iter({1}), lambda: iter({1: 1}), lambda: iter(b"a"),
             lambda: iter(range(1)), lambda: zip("a"), lambda: map(str, "a"), lambda: filter(None, "a"),
             lambda: enumerate("a"), lambda: reversed("a"), lambda: (x for x in "a"), lambda: iter(bytearray(b"a"))):
    it = make()
    assert iter(it) is it
    next(it)
    for _ in range(3):
        try:
            next(it)
        except StopIteration:
            pass
        else:
            raise AssertionError(make)
    assert list(it) == []
grow = [1]
it = iter(grow)
assert list(it) == [1]
grow.append(2)
assert list(it) == []
it = iter([1, 2, 3])
assert it.__length_hint__() == 3
assert next(it) == 1
assert it.__length_hint__() == 2
assert list(it) == [2, 3]
assert it.__length_hint__() == 0
import operator

assert operator.length_hint(iter("abc")) == 3
assert operator.length_hint(x for x in ()) == 0
assert operator.length_hint(5, 7) == 7
