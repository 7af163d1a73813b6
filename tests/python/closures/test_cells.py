"""Closures share cells, and see later values."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def counter():
    n = 0

    def get():
        return n

    def inc():
        nonlocal n
        n += 1

    return get, inc


get, inc = counter()
inc()
inc()
assert get() == 2
other, _ = counter()
assert other() == 0
assert get.__closure__[0] is inc.__closure__[0]
assert get.__closure__[0].cell_contents == 2
assert get.__code__.co_freevars == ("n",)
assert counter.__code__.co_cellvars == ("n",)


def late():
    def inner():
        return value
    value = 1
    first = inner()
    value = 2
    return first, inner()


assert late() == (1, 2)


def empty():
    def inner():
        return x
    if False:
        x = 1
    return inner


cell = empty().__closure__[0]
raises(ValueError, "Cell is empty", lambda: cell.cell_contents)
cell.cell_contents = 5
assert cell.cell_contents == 5
del cell.cell_contents
raises(ValueError, "Cell is empty", lambda: cell.cell_contents)
assert repr(cell).endswith(": empty>")
