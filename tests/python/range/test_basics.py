"""Ranges: length, items, slices, equality."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


r = range(2, 20, 3)
assert list(r) == [2, 5, 8, 11, 14, 17]
assert len(r) == 6
assert r[0] == 2
assert r[-1] == 17
assert r[1:3] == range(5, 11, 3)
assert r[::-1] == range(17, -1, -3)
assert 8 in r
assert 9 not in r
assert 8.0 in r
assert "a" not in r
assert r.index(11) == 3
assert r.count(5) == 1
assert r.count(6) == 0
assert (r.start, r.stop, r.step) == (2, 20, 3)
assert range(5) == range(0, 5, 1)
assert range(0) == range(5, 3)
assert range(0, 3, 2) == range(0, 4, 2)
assert hash(range(0)) == hash(range(3, 1))
assert range(5) != [0, 1, 2, 3, 4]
assert list(range(5, 0, -2)) == [5, 3, 1]
assert list(range(0, -5, 2)) == []
assert not range(0)
assert range(1)
assert list(reversed(range(3))) == [2, 1, 0]
assert max(range(10)) == 9
assert repr(range(5)) == "range(0, 5)"
assert repr(range(0, 5, 2)) == "range(0, 5, 2)"
assert range(10)[2:8:2] == range(2, 8, 2)
assert range(10)[5:2] == range(5, 2)
big = range(10 ** 20, 10 ** 20 + 10, 3)
assert len(big) == 4
assert big[1] == 10 ** 20 + 3
assert list(big)[-1] == 10 ** 20 + 9
assert 10 ** 20 + 6 in big
assert big.index(10 ** 20 + 6) == 2
assert big[::-1][0] == 10 ** 20 + 9
raises(ValueError, "range() arg 3 must not be zero", range, 1, 2, 0)
raises(IndexError, "range object index out of range", lambda: r[6])
raises(ValueError, "9 is not in range", r.index, 9)
raises(TypeError, "'str' object cannot be interpreted as an integer", range, "5")
raises(TypeError, "range indices must be integers or slices, not str", lambda: r["a"])
raises(TypeError, "range() takes no keyword arguments", lambda: range(stop=5))
raises(TypeError, "'range' object does not support item assignment", exec, "r[0] = 1", {"r": r})
raises(TypeError, "unsupported operand type(s) for +: 'range' and 'range'", lambda: r + r)
raises(TypeError, "type 'range' is not an acceptable base type", type, "R", (range,), {})
