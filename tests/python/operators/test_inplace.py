"""In-place operators fall back to the plain ones."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class V:
    def __init__(self, v):
        self.v = v

    def __iadd__(self, o):
        self.v += o
        return self

    def __add__(self, o):
        return V(self.v + o * 100)

    def __sub__(self, o):
        return "plain sub"

    def __imul__(self, o):
        return NotImplemented

    def __mul__(self, o):
        return "mul"

    def __ior__(self, o):
        return "replaced"


a = b = V(1)
a += 2
assert a is b
assert a.v == 3
c = a + 1
assert c.v == 103
a -= 1
assert a == "plain sub"
b *= 3
assert b == "mul"
d = V(0)
d |= 1
assert d == "replaced"
ops = []


class All:
    pass


for name in ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "xor", "or"):
    setattr(All, "__i%s__" % name, lambda self, o, name=name: ops.append(name) or self)
x = All()
x += 1; x -= 1; x *= 1; x @= 1; x /= 1; x //= 1; x %= 1; x **= 1; x <<= 1; x >>= 1; x &= 1; x ^= 1; x |= 1
assert ops == ["add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "xor", "or"]


def unsupported():
    y = object()
    y **= 2


raises(TypeError, "unsupported operand type(s) for **=: 'object' and 'int'", unsupported)
