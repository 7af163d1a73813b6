"""Abstract classes, methods and registration."""

from abc import ABC, ABCMeta, abstractmethod, abstractproperty


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Shape(ABC):
    @abstractmethod
    def area(self):
        return 0

    @property
    @abstractmethod
    def name(self): ...

    @classmethod
    @abstractmethod
    def make(cls): ...


raises(TypeError, "Can't instantiate abstract class Shape with abstract methods area, make, name", Shape)


class Square(Shape):
    name = "square"

    def area(self):
        return super().area() + 4


raises(TypeError, "Can't instantiate abstract class Square with abstract method make", Square)


class Full(Square):
    @classmethod
    def make(cls):
        return cls()


assert Full.make().area() == 4
assert Shape.__abstractmethods__ == {"area", "name", "make"}
assert Full.__abstractmethods__ == frozenset()
assert isinstance(Full(), Shape)


class Duck(ABC):
    @classmethod
    def __subclasshook__(cls, c):
        return hasattr(c, "quack") or NotImplemented


class Mallard:
    def quack(self): pass


assert issubclass(Mallard, Duck)
assert isinstance(Mallard(), Duck)
assert not issubclass(int, Duck)


class Virtual(metaclass=ABCMeta):
    pass


assert Virtual.register(int) is int
assert issubclass(int, Virtual)
assert isinstance(True, Virtual)
assert not isinstance("s", Virtual)


@Virtual.register
class Registered:
    pass


assert isinstance(Registered(), Virtual)
assert Virtual not in Registered.__mro__
raises(TypeError, "Can only register classes", Virtual.register, 5)
raises(RuntimeError, "Refusing to create an inheritance cycle", type("Sub", (Virtual,), {}).register, Virtual)
raises(TypeError, "issubclass() arg 1 must be a class", issubclass, 5, Virtual)
