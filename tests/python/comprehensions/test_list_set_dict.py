"""Comprehensions of every kind, nested and filtered."""

assert [x for x in range(5) if x % 2 if x > 1] == [3]
assert [(x, y) for x in range(3) for y in range(x)] == [(1, 0), (2, 0), (2, 1)]
assert {x % 3 for x in range(10)} == {0, 1, 2}
assert {k: v for k, v in zip("abc", range(3))} == {"a": 0, "b": 1, "c": 2}
assert {x: [y for y in range(x)] for x in range(3)} == {0: [], 1: [0], 2: [0, 1]}
matrix = [[1, 2, 3], [4, 5, 6]]
assert [[row[i] for row in matrix] for i in range(3)] == [[1, 4], [2, 5], [3, 6]]
assert [x for row in matrix for x in row] == [1, 2, 3, 4, 5, 6]
assert [a + b for a, (b, *_) in [(1, [2, 3]), (4, [5])]] == [3, 9]
assert [i for i in range(10) if (lambda v: v > 7)(i)] == [8, 9]
assert [x if x else "z" for x in (0, 1)] == ["z", 1]
d = {}
assert [d[k] for d[k] in [] for k in "a"] == []
target = [0]
[0 for target[0] in range(4)]
assert target == [3]
assert {**{str(i): i for i in range(2)}, "x": 9} == {"0": 0, "1": 1, "x": 9}
order = []
{order.append(("k", i)): order.append(("v", i)) for i in range(2)}
assert order == [("k", 0), ("v", 0), ("k", 1), ("v", 1)]
assert [x for x in (1,)] == [1]
