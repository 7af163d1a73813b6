"""Nested lists, aliasing and element-wise comparison."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
assert grid == [[0, 5, 0], [0, 0, 0]]
aliased = [[0]] * 3
aliased[0].append(1)
assert aliased == [[0, 1]] * 3
assert aliased[0] is aliased[2]
assert [1, [2, 3]] == [1, [2, 3]]
assert [1, [2, 3]] < [1, [2, 4]]
assert [[1], [2]] > [[1], [1, 9]]
assert [1, "a"] != ["a", 1]
assert [] == []
assert not [] < []
nan = float("nan")
assert [nan] == [nan]
assert [1, 2, 3] > [1, 2]
assert [2] > [1, 9, 9]
assert [None] == [None]
raises(TypeError, "'<' not supported between instances of 'NoneType' and 'int'", lambda: [None] < [1])
assert ([1, None] < [2, 1]) is True
a = [1, 2]
b = a
a = a + [3]
assert b == [1, 2]
c = b
c += [4]
assert b == [1, 2, 4]
assert list(zip(*[[1, 2], [3, 4]])) == [(1, 3), (2, 4)]
assert sum([[1], [2, 3]], []) == [1, 2, 3]
rotated = [list(r) for r in zip(*grid[::-1])]
assert rotated == [[0, 0], [0, 5], [0, 0]]
matrix = [[i * 3 + j for j in range(3)] for i in range(3)]
assert [matrix[i][i] for i in range(3)] == [0, 4, 8]
assert [r[::-1] for r in matrix][0] == [2, 1, 0]
assert max(map(max, matrix)) == 8
assert [5 in r for r in matrix] == [False, True, False]
del matrix[1][1:]
assert matrix[1] == [3]
assert [len(r) for r in matrix] == [3, 1, 3]
