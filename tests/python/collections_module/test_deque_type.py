"""deques."""

from collections import deque


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
assert list(d) == [0, 1, 2, 3, 4]
assert d.pop() == 4
assert d.popleft() == 0
assert d[0] == 1
assert d[-1] == 3
assert len(d) == 3
assert 2 in d
assert repr(d) == "deque([1, 2, 3])"
d.extend("ab")
d.extendleft("xy")
assert list(d) == ["y", "x", 1, 2, 3, "a", "b"]
d.rotate(2)
assert list(d) == ["a", "b", "y", "x", 1, 2, 3]
d.rotate(-3)
d[1] = "one"
del d[0]
d.insert(1, "ins")
d.remove("ins")
d.reverse()
assert list(d) == ["y", "b", "a", 3, 2, "one"]
assert d.count("a") == 1
assert list(reversed(d))[0] == "one"
assert d.copy() == d
m = deque(range(10), maxlen=3)
m.append("z")
assert list(m) == [8, 9, "z"]
assert m.maxlen == 3
assert repr(m) == "deque([8, 9, 'z'], maxlen=3)"
assert deque([1]) + deque([2]) == deque([1, 2])
assert deque([1]) * 2 == deque([1, 1])
assert deque([1]) < deque([2])
m.appendleft("l")
assert list(m) == ["l", 8, 9]
raises(IndexError, "pop from an empty deque", deque().pop)
raises(IndexError, "deque index out of range", lambda: d[100])
raises(ValueError, "'q' is not in deque", d.index, "q")
raises(ValueError, "'q' is not in deque", d.remove, "q")
raises(IndexError, "deque already at its maximum size", m.insert, 0, 1)
raises(ValueError, "maxlen must be non-negative", deque, [], -1)
raises(TypeError, "can only concatenate deque (not \"list\") to deque", lambda: d + [1])
raises(TypeError, "unhashable type: 'collections.deque'", hash, d)
raises(TypeError, "sequence index must be integer, not 'slice'", lambda: d[1:2])
raises(AttributeError, "attribute 'maxlen' of 'collections.deque' objects is not writable", setattr, m, "maxlen", 5)


def mutate():
    for _ in d:
        d.append(1)


raises(RuntimeError, "deque mutated during iteration", mutate)
