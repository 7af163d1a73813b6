"""Complex arithmetic."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


a, b = 1 + 2j, 3 - 4j
assert a + b == 4 - 2j
assert a - b == -2 + 6j
assert a * b == 11 + 2j
assert a / b == -0.2 + 0.4j
assert a ** 2 == -3 + 4j
assert a ** 0 == 1
assert 0j ** 0 == 1
assert (2j) ** -1 == -0.5j
assert abs(3 + 4j) == 5.0
assert a == complex(1, 2)
assert a != 1
assert 1 + 0j == 1 == 1.0
assert hash(1 + 0j) == hash(1)
assert -a == -1 - 2j
assert +a == a
assert a.real == 1.0
assert a.imag == 2.0
assert a.conjugate() == 1 - 2j
assert a + 1 == 2 + 2j
assert 1.5 * a == 1.5 + 3j
assert bool(0j) is False
assert bool(1j) is True
assert type(1 + 0j) is complex
assert str(abs((1j ** 2) + 1) < 1e-15) == "True"
assert abs((1j) ** 1j - 0.20787957635076193) < 1e-15
raises(TypeError, "'<' not supported between instances of 'complex' and 'complex'", lambda: a < b)
raises(TypeError, "unsupported operand type(s) for //: 'complex' and 'complex'", lambda: a // b)
raises(TypeError, "unsupported operand type(s) for %: 'complex' and 'complex'", lambda: a % b)
raises(TypeError, "unsupported operand type(s) for divmod(): 'complex' and 'int'", divmod, a, 1)
raises(TypeError, "int() argument must be a string, a bytes-like object or a real number, not 'complex'", int, a)
raises(TypeError, "float() argument must be a string or a real number, not 'complex'", float, a)
raises(ZeroDivisionError, "complex division by zero", lambda: a / 0j)
raises(ValueError, "complex modulo", pow, a, 2, 3)
raises(AttributeError, "readonly attribute", setattr, a, "real", 1)
raises(OverflowError, "complex exponentiation", lambda: (1e200 + 1e200j) ** 2.5)
raises(TypeError, "unsupported operand type(s) for +: 'complex' and 'str'", lambda: a + "x")
