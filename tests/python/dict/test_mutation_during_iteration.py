"""Size changes end iterations; value changes do not."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


d = {i: i for i in range(5)}
it = iter(d)
next(it)
d[99] = 1
raises(RuntimeError, "dictionary changed size during iteration", next, it)
raises(RuntimeError, "dictionary changed size during iteration", next, it)
del d[99]
for k in d:
    d[k] = "x"
assert set(d.values()) == {"x"}
items = iter(d.items())
next(items)
d.pop(4)
raises(RuntimeError, "dictionary changed size during iteration", next, items)
assert [k for k in list(d) if d.pop(k)] == [0, 1, 2, 3]
assert d == {}
it = iter({1: 1})
assert next(it) == 1
assert next(it, "end") == "end"
assert next(it, "end") == "end"
it = iter({1: 1, 2: 2, 3: 3})
assert it.__length_hint__() == 3
assert next(it) == 1
assert it.__length_hint__() == 2
it = reversed({1: 1, 2: 2})
assert next(it) == 2
assert list(it) == [1]


def swap_key():
    d = {1: 1}
    for k in d:
        del d[k]
        d[k + 1] = 1
        if k > 5:
            break


raises(RuntimeError, "dictionary keys changed during iteration", swap_key)
