"""Comprehension variables are local to it."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


x = "outer"
assert [x for x in range(3)] == [0, 1, 2]
assert x == "outer"
assert [x for x in x] == list("outer")


def f():
    y = 10
    return [y * z for z in range(3)]


assert f() == [0, 10, 20]


def g():
    return [locals() for i in range(1)]


assert list(g()[0])[-1] == "i"


class C:
    n = 3
    squares = [i * i for i in range(n)]
    try:
        bad = [n for _ in range(1)]
    except NameError as e:
        message = str(e)


assert C.squares == [0, 1, 4]
assert C.message == "name 'n' is not defined"
raises(NameError, "name 'i_unbound' is not defined", lambda: ([i_unbound for i_unbound in ()], i_unbound))


def nested():
    fs = [[lambda: (i, j) for j in range(2)] for i in range(2)]
    return [[f() for f in row] for row in fs]


assert nested() == [[(1, 1), (1, 1)], [(1, 1), (1, 1)]]
raises(SyntaxError, "'yield' inside list comprehension (<string>, line 2)", exec, "def f():\n [(yield x) for x in y]")
