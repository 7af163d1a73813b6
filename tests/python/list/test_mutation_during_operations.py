"""Lists changed by comparison or key functions."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Evil:
    def __init__(self, target, action):
        self.target, self.action = target, action

    def __eq__(self, other):
        self.action(self.target)
        return False


a = [1, 2, 3]
assert (Evil(a, list.clear) in a) is False
assert a == []
a = [1, 2, 3]
a.remove(2)
a[:] = [1, 2, 3]
raises(ValueError, "list.remove(x): x not in list", a.remove, Evil(a, list.clear))


def key(x):
    data.append(x)
    return x


data = [3, 1, 2]
raises(ValueError, "list modified during sort", data.sort, key=key)
assert sorted(data[:3]) == [1, 2, 3]
seen = []
inside = [2, 1]
inside.sort(key=lambda x: seen.append(len(inside)) or x)
assert seen == [0, 0]
assert inside == [1, 2]


def extend_self():
    a = [1, 2]
    a.extend(x for x in list(a))
    return a


assert extend_self() == [1, 2, 1, 2]
a = [0, 1, 2, 3]
it = iter(a)
next(it)
del a[0]
assert list(it) == [2, 3]
assert list(it) == []
a.append(4)
assert list(it) == []
