"""Ranges in everyday loops."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert [i for i in range(10, 0, -3)] == [10, 7, 4, 1]
assert list(range(5))[::-1] == list(range(4, -1, -1))
assert sum(range(101)) == 5050
assert [divmod(i, 3) for i in range(4)] == [(0, 0), (0, 1), (0, 2), (1, 0)]
assert range(0, 100, 7)[-1] == 98
assert len(range(-10, 10, 4)) == 5
total = 0
for i in range(1, 10):
    for j in range(i, 10, i):
        total += j
assert total == sum(i * (9 // i) * (9 // i + 1) // 2 for i in range(1, 10))
assert max(range(3, 30, 4)) == 27
assert 27 in range(3, 30, 4)
assert 28 not in range(3, 30, 4)
for i in range(3):
    i = 100
assert i == 100
for n in range(0):
    raise AssertionError
raises(TypeError, "unsupported operand type(s) for *: 'range' and 'int'", lambda: range(3) * 2)
raises(TypeError, "'float' object cannot be interpreted as an integer", range, 0, 1, 0.1)
