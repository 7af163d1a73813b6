"""`__hash__` and `__eq__` in classes."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))


assert {Point(1, 2): "p"}[Point(1, 2)] == "p"
assert len({Point(1, 2), Point(1, 2), Point(2, 1)}) == 2
assert Point(1, 2) in [Point(1, 2)]


class Child(Point):
    def __eq__(self, other):
        return True


class Restored(Point):
    __hash__ = Point.__hash__

    def __eq__(self, other):
        return False


raises(TypeError, "unhashable type: 'Child'", hash, Child(1, 2))
assert hash(Restored(1, 2)) == hash((1, 2))
assert Child.__hash__ is None


class Big:
    def __hash__(self):
        return 10 ** 30


class Negative:
    def __hash__(self):
        return -1


class Boolean:
    def __hash__(self):
        return True


assert hash(Big()) == hash(10 ** 30)
assert hash(Negative()) == -2
assert hash(Boolean()) == 1


class Mutable:
    def __init__(self):
        self.v = 1

    def __hash__(self):
        return self.v

    def __eq__(self, o):
        return self is o


m = Mutable()
s = {m}
m.v = 2
assert m not in s
assert m in list(s)
