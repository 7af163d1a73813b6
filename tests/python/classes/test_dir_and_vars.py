"""What `dir` and `vars` list."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class A:
    a = 1


class B(A):
    b = 2

    def __init__(self):
        self.i = 3


def public(o):
    return [n for n in dir(o) if not n.startswith("__")]


assert public(B) == ["a", "b"]
assert public(B()) == ["a", "b", "i"]


class Custom:
    def __dir__(self):
        return ["z", "a"]


assert dir(Custom()) == ["a", "z"]


class BadDir:
    def __dir__(self):
        return 5


raises(TypeError, "'int' object is not iterable", dir, BadDir())
b = B()
assert vars(b) == {"i": 3}
assert vars(b) is b.__dict__
vars(b)["j"] = 4
assert b.j == 4
raises(TypeError, "vars() argument must have __dict__ attribute", vars, 1)


def f():
    x, y = 1, 2
    return dir(), vars()


assert f() == (["x", "y"], {"x": 1, "y": 2})
b.__dict__ = {"k": 1}
assert b.k == 1
assert not hasattr(b, "i")
raises(TypeError, "__dict__ must be set to a dictionary, not a 'int'", setattr, b, "__dict__", 1)
