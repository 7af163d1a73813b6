"""Attributes and names: of instances, classes and modules; properties, slots, globals."""

_total = 0


class _Base:
    limit = 10

    def get(self):
        return 1


class _Spot(_Base):
    def __init__(self):
        self.x = 1
        self.y = 2
        self.z = 3

    @property
    def double(self):
        return self.x

    @classmethod
    def make(cls):
        return 1

    @staticmethod
    def make_static():
        return 1

    def super_get(self):
        return super().get()


class _Slots:
    __slots__ = ("x", "y")

    def __init__(self):
        self.x = 1
        self.y = 2


def attribute_get(n=300000):
    p = _Spot()
    for i in range(n):
        p.x
        p.z


def attribute_set(n=300000):
    p = _Spot()
    for i in range(n):
        p.x = i
        p.z = i


def attribute_slots(n=300000):
    p = _Slots()
    for i in range(n):
        p.x = p.y


def attribute_class(n=300000):
    p = _Spot()
    for i in range(n):
        p.limit


def attribute_of_class(n=300000):
    for i in range(n):
        _Spot.limit


def attribute_property(n=200000):
    p = _Spot()
    for i in range(n):
        p.double


def attribute_classmethod(n=200000):
    p = _Spot()
    for i in range(n):
        p.make()
        p.make_static()


def attribute_super(n=100000):
    p = _Spot()
    for i in range(n):
        p.super_get()


def attribute_getattr(n=200000):
    p = _Spot()
    for i in range(n):
        getattr(p, "x")
        hasattr(p, "w")


def name_global_set(n=300000):
    global _total
    for i in range(n):
        _total = _total + i


def name_global_get(n=300000):
    for i in range(n):
        _total
        len
