"""Cooperative super along the order, with and without arguments."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Base:
    def name(self):
        return ["Base"]


class Left(Base):
    def name(self):
        return ["Left"] + super().name()


class Right(Base):
    def name(self):
        return ["Right"] + super(Right, self).name()


class Both(Left, Right):
    def name(self):
        return ["Both"] + super().name()

    @classmethod
    def make(cls):
        return super().__new__(cls)

    @property
    def prop(self):
        return super().name


assert Both().name() == ["Both", "Left", "Right", "Base"]
assert type(Both.make()) is Both
assert Both().prop() == ["Left", "Right", "Base"]
s = super(Both, Both())
assert s.__thisclass__ is Both
assert s.__self_class__ is Both
assert type(s.__self__) is Both
assert repr(s).startswith("<super: <class 'Both'>, <Both object>>")
assert repr(super(Both)) == "<super: <class 'Both'>, NULL>"
raises(AttributeError, "'super' object has no attribute 'nothing'", lambda: s.nothing)
raises(TypeError, "super(type, obj): obj must be an instance or subtype of type", super, Left, 1)
raises(TypeError, "super() argument 1 must be type, not int", super, 1, 2)
raises(RuntimeError, "super(): no arguments", lambda: super())


def bare(x):
    super()


raises(RuntimeError, "super(): __class__ cell not found", bare, 1)


class Nested:
    def m(self):
        return [super().__init__ for _ in range(0)] + [(lambda me: super(Nested, me).__repr__()[:9])(self)]


assert Nested().m() == ["<__main__"]
