"""Class bodies with loops, `__call__` of classes, and singletons."""


class Singleton:
    _instance = None

    def __new__(cls, *args):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.inits = 0
        return cls._instance

    def __init__(self, *args):
        self.inits += 1


a, b = Singleton(1), Singleton(2)
assert a is b
assert a.inits == 2


class Squares:
    table = {}
    for i in range(4):
        table[i] = i * i
    locals().update({"n%d" % i: i for i in range(2)})
    del i


assert Squares.table == {0: 0, 1: 1, 2: 4, 3: 9}
assert Squares.n1 == 1
assert not hasattr(Squares, "i")


class Borg:
    _state = {}

    def __init__(self):
        self.__dict__ = self._state


x, y = Borg(), Borg()
x.v = 5
assert y.v == 5
assert x is not y


class Cached(type):
    cache = {}

    def __call__(cls, *args):
        key = cls, args
        if key not in Cached.cache:
            Cached.cache[key] = super().__call__(*args)
        return Cached.cache[key]


class Colour(metaclass=Cached):
    def __init__(self, name):
        self.name = name


assert Colour("red") is Colour("red")
assert Colour("red") is not Colour("blue")
