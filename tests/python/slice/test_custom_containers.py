"""Slices handed to own classes."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Poly:
    def __init__(self, *c):
        self.c = list(c)

    def __len__(self):
        return len(self.c)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Poly(*self.c[i])
        return self.c[i]

    def __setitem__(self, i, v):
        if isinstance(i, slice):
            self.c[i] = list(v)
        else:
            self.c[i] = v

    def __delitem__(self, i):
        del self.c[i]


p = Poly(1, 2, 3, 4)
assert p[1:3].c == [2, 3]
assert p[::-1].c == [4, 3, 2, 1]
assert p[-1] == 4
p[1:2] = (9, 8)
del p[-1], p[0:1]
assert p.c == [9, 8, 3]
p[0] += 1
assert p.c == [10, 8, 3]
assert list(p) == [10, 8, 3]
assert 8 in p
raises(IndexError, "list index out of range", lambda: p[5])
