"""`__prepare__` gives the namespace in which a body runs."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Recording(dict):
    def __init__(self):
        self.log = []

    def __setitem__(self, key, value):
        self.log.append(key)
        super().__setitem__(key, value)


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **kw):
        assert (name, bases, kw) == ("C", (), {"k": 1})
        return Recording()

    def __new__(meta, name, bases, ns, k):
        cls = super().__new__(meta, name, bases, dict(ns))
        cls.log = ns.log
        return cls

    def __init__(cls, *a, **k):
        pass


class C(metaclass=Meta, k=1):
    a = 1
    a = 2

    def f(self):
        pass


assert C.log == ["__module__", "__qualname__", "a", "a", "f"]
assert C.a == 2


class Default(dict):
    def __missing__(self, key):
        if key.startswith("__"):
            raise KeyError(key)
        return "auto " + key


class Magic(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return Default()


class D(metaclass=Magic):
    x = anything


assert D.x == "auto anything"


class Bad(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return 5


raises(TypeError, "Bad.__prepare__() must return a mapping, not int", exec, "class E(metaclass=Bad): pass")
assert type.__prepare__() == {}
