"""A metaclass makes classes; its methods are methods of the classes."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Meta(type):
    def __new__(meta, name, bases, ns, **kw):
        ns["made_by"] = meta.__name__
        cls = super().__new__(meta, name, bases, ns)
        cls.options = kw
        return cls

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.ready = True

    def __call__(cls, *args):
        return "called", super().__call__(*args)

    def hello(cls):
        return "hello from " + cls.__name__

    def __len__(cls):
        return 99

    def __iter__(cls):
        return iter([cls.__name__])

    @property
    def upper(cls):
        return cls.__name__.upper()


class C(metaclass=Meta, flag=1):
    pass


class D(C, flag=2):
    pass


assert C.made_by == "Meta"
assert C.options == {"flag": 1}
assert D.options == {"flag": 2}
assert D.ready
word, instance = D()
assert word == "called"
assert type(instance) is D
assert C.hello() == "hello from C"
assert not hasattr(instance, "hello")
assert len(C) == 99
assert list(D) == ["D"]
assert D.upper == "D"
assert type(D) is Meta
raises(TypeError, "object of type 'D' has no len()", len, instance)


class Meta2(type):
    pass


class Y(metaclass=Meta2):
    pass


raises(TypeError,
       "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
       lambda: type("X", (C, Y), {}))
