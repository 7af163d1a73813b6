"""Conditional expressions nest to the right and evaluate one branch."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert (1 if True else 1 / 0) == 1
assert (1 / 0 if False else 2) == 2
assert ("a" if 0 else "b" if 0 else "c") == "c"
assert [x if x % 2 else -x for x in range(4)] == [0, 1, -2, 3]
f = lambda n: "neg" if n < 0 else "zero" if n == 0 else "pos"
assert [f(n) for n in (-1, 0, 1)] == ["neg", "zero", "pos"]
assert (lambda: 1 if None else 2)() == 2
x = 5 if [] else 6,
assert x == (6,)
raises(SyntaxError, "expected 'else' after 'if' expression (<string>, line 1)", exec, "x = 1 if 2")
