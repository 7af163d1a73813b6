"""What the float constructor reads."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert float() == 0.0
assert float(" 1.5\n") == 1.5
assert float("1e3") == 1000.0
assert float("-.5") == -0.5
assert float("5.") == 5.0
assert float("1_000.5") == 1000.5
assert float("INF") == float("infinity") == float("+Inf")
assert float("1E-2") == 0.01
assert float("nan") != float("nan")
assert float("-nan") != 0
assert float(b"2.5") == 2.5
assert float("١.٥") == 1.5
assert float("1e400") == float("inf")
assert float("1e-400") == 0.0
assert float("4.9e-324") == 5e-324
assert float("2.4e-324") == 0.0
assert float("0.1000000000000000055511151231257827021181583404541015625") == 0.1
assert float("9007199254740993") == 9007199254740992.0
assert float("1.7976931348623158e308") == 1.7976931348623157e308
assert float("1.7976931348623159e308") == float("inf")
assert float("179769313486231580793e289") == float("inf")
assert float("0" * 400 + "1") == 1.0
for text in ["", " ", "a", "1e", "1.5.2", "1__0", "_1", "1_", "1e_5", ".", "e5", "0x10", "--1", "1 2", "infi", "in"]:
    raises(ValueError, "could not convert string to float: %r" % text, float, text)
raises(ValueError, "could not convert string to float: b'x'", float, b"x")
raises(TypeError, "float() argument must be a string or a real number, not 'list'", float, [])
raises(TypeError, "float() takes no keyword arguments", lambda: float(x=1))


class F:
    def __float__(self):
        return 2.5


class I:
    def __index__(self):
        return 3


class Bad:
    def __float__(self):
        return 1


assert float(F()) == 2.5
assert float(I()) == 3.0
raises(TypeError, "Bad.__float__ returned non-float (type int)", float, Bad())
