"""Closing and throwing go down through delegation."""

log = []


class Sub:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        log.append("closed")

    def throw(self, kind, value=None, tb=None):
        log.append("thrown " + kind.__name__)
        return "after throw"

    def send(self, v):
        log.append("sent %s" % v)
        return v


def outer():
    yield from Sub()


g = outer()
next(g)
assert g.send(7) == 7
assert g.throw(ValueError) == "after throw"
g.close()
assert log == ["sent 7", "thrown ValueError", "closed"]


def depth(n):
    if n == 0:
        try:
            yield "bottom"
        finally:
            log.append("bottom closed")
    else:
        try:
            yield from depth(n - 1)
        finally:
            log.append("level %d" % n)


log.clear()
g = depth(3)
assert next(g) == "bottom"
g.close()
assert log == ["bottom closed", "level 1", "level 2", "level 3"]


def tree(t):
    if isinstance(t, list):
        for x in t:
            yield from tree(x)
    else:
        yield t


assert list(tree([1, [2, [3, []], 4], [[5]]])) == [1, 2, 3, 4, 5]
