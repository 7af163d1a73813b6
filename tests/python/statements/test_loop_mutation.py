"""Iterating while mutating the container."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


lst = [1, 2, 3, 4]
seen = []
for x in lst:
    seen.append(x)
    if x == 2:
        lst.remove(2)
assert seen == [1, 2, 4]
grow = [0]
for x in grow:
    if x < 5:
        grow.append(x + 1)
assert grow == [0, 1, 2, 3, 4, 5]


def change_dict():
    d = {1: 1}
    for k in d:
        d[k + 1] = 1


def shrink_dict():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]


def change_set():
    s = {1}
    for k in s:
        s.add(k + 1)


raises(RuntimeError, "dictionary changed size during iteration", change_dict)
raises(RuntimeError, "dictionary changed size during iteration", shrink_dict)
raises(RuntimeError, "Set changed size during iteration", change_set)
d = {1: 1, 2: 2}
for k in d:
    d[k] = 0
assert d == {1: 0, 2: 0}
