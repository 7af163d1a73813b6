"""A metaclass may be any callable; conflicts are found among types only."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def make(name, bases, ns, **kw):
    return name, bases, sorted(k for k in ns if not k.startswith("__")), kw


class C(int, metaclass=make, opt=3):
    a = 1
    b = 2


assert C == ("C", (int,), ["a", "b"], {"opt": 3})
X = type("X", (), {"v": 1})
assert X.v == 1
assert X.__name__ == "X"
assert X.__module__ == "__main__"
assert X.__qualname__ == "X"
assert type(5) is int
assert type(type) is type
raises(TypeError, "type() takes 1 or 3 arguments", type)
raises(TypeError, "type() takes 1 or 3 arguments", type, 1, 2)
raises(TypeError, "type.__new__() argument 1 must be str, not int", type, 1, (), {})
raises(TypeError, "type.__new__() argument 2 must be tuple, not list", type, "X", [], {})
raises(TypeError, "type.__new__() argument 3 must be dict, not list", type, "X", (), [])
raises(ValueError, "type name must not contain null characters", type, "a\0b", (), {})
bases = [int]
D = make("D", *[tuple(bases)], {})
assert D[1] == (int,)


class E(*bases, **{"metaclass": make}):
    pass


assert E[:2] == ("E", (int,))
