"""An assignment expression binds in the enclosing function, also out of comprehensions."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


if (n := 10) > 5:
    assert n == 10
assert [y := 1, y ** 2] == [1, 1]
assert [last := i for i in range(4)] == [0, 1, 2, 3]
assert last == 3


def f(values):
    total = 0
    partial = [total := total + v for v in values]
    return partial, total


assert f([1, 2, 3]) == ([1, 3, 6], 6)
assert any((hit := x) > 2 for x in [1, 2, 3, 4])
assert hit == 3


def g():
    global made
    [made := i for i in (7, 8)]


g()
assert made == 8
x = (y := 5, 6)
assert x == (5, 6)
assert y == 5
assert (lambda: (z := 4) + z)() == 8
data = iter("abc")
out = []
while (c := next(data, None)) is not None:
    out.append(c)
assert out == ["a", "b", "c"]

raises(SyntaxError, "assignment expression cannot rebind comprehension iteration variable 'i' (<string>, line 1)",
       exec, "[i := 0 for i in range(3)]")
raises(SyntaxError, "cannot use assignment expressions with attribute (<string>, line 1)", exec, "(a.b := 1)")
raises(SyntaxError, "assignment expression cannot be used in a comprehension iterable expression (<string>, line 1)",
       exec, "[i for i in (j := [1])]")
raises(SyntaxError, "assignment expression within a comprehension cannot be used in a class body (<string>, line 2)",
       exec, "class A:\n  [a := 1 for b in [2]]")
