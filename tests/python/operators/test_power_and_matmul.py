"""Ternary pow and matrix multiplication hooks."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class P:
    def __pow__(self, e, m=None):
        return "pow", e, m

    def __rpow__(self, b, m=None):
        return "rpow", b, m

    def __matmul__(self, o):
        return "matmul", o

    def __rmatmul__(self, o):
        return "rmatmul", o

    def __ipow__(self, o):
        return "ipow", o


p = P()
assert p ** 2 == ("pow", 2, None)
assert pow(p, 2) == ("pow", 2, None)
assert pow(p, 2, 3) == ("pow", 2, 3)
assert 2 ** p == ("rpow", 2, None)
assert p @ 3 == ("matmul", 3)
assert 3 @ p == ("rmatmul", 3)
p **= 5
assert p == ("ipow", 5)
raises(TypeError, "unsupported operand type(s) for ** or pow(): 'int', 'P', 'int'", pow, 2, P(), 3)


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def __matmul__(self, other):
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in zip(*other.rows)] for row in self.rows])

    def __pow__(self, n):
        result = Matrix([[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))])
        base = self
        while n:
            if n & 1:
                result @= base
            base @= base
            n >>= 1
        return result


assert (Matrix([[1, 2], [3, 4]]) @ Matrix([[0, 1], [1, 0]])).rows == [[2, 1], [4, 3]]
assert (Matrix([[1, 1], [1, 0]]) ** 30).rows[0][1] == 832040
raises(TypeError, "unsupported operand type(s) for @: 'list' and 'list'", lambda: [1] @ [2])
