"""`__init_subclass__` sees each new subclass and its keywords."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Plugin:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Plugin.registry.append(cls.__name__)


class A(Plugin, tag="a"):
    pass


class B(A):
    pass


assert Plugin.registry == ["A", "B"]
assert A.tag == "a"
assert B.tag is None
raises(TypeError, "D.__init_subclass__() takes no keyword arguments", exec, "class D(Plugin, x=1): pass")
raises(TypeError, "E.__init_subclass__() takes no keyword arguments", exec, "class E(x=1): pass")
raises(TypeError, "object.__init_subclass__() takes no arguments (1 given)", object.__init_subclass__, 1)


class Implicit:
    def __init_subclass__(cls):
        cls.seen = cls.__dict__.get("x")


class F(Implicit):
    x = 5


assert F.seen == 5
assert type(Implicit.__dict__["__init_subclass__"]) is classmethod
