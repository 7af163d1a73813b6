"""Powers, modular powers and inverses."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert pow(3, 200, 13) == 9
assert pow(-3, 3, 10) == 3
assert pow(3, 3, -10) == -3
assert pow(38, -1, 97) == 23
assert 38 * 23 % 97 == 1
assert pow(3, -2, 7) == pow(pow(3, -1, 7), 2, 7)
assert pow(2, 10) == 1024
assert pow(0, 0, 1) == 0
assert pow(5, 0, 1) == 0
assert pow(10, 3, 1) == 0
assert pow(base=2, exp=3) == 8
assert pow(2, 3, mod=5) == 3
assert pow(123456789, 987654321, 1000000007) == 652541198
assert pow(2, 1 << 70, 1000003) == pow(2, (1 << 70) % 1000002, 1000003)
assert 7 ** 77 == 118181386580595879976868414312001964434038548836769923458287039207
assert (-1) ** (10 ** 20) == 1
assert (-1) ** (10 ** 20 + 1) == -1
assert 1 ** (10 ** 30) == 1
assert 0 ** (10 ** 30) == 0
raises(ValueError, "base is not invertible for the given modulus", pow, 6, -1, 9)
raises(ValueError, "pow() 3rd argument cannot be 0", pow, 2, 3, 0)
raises(TypeError, "unsupported operand type(s) for ** or pow(): 'int', 'int', 'str'", pow, 2, 3, "5")
raises(TypeError, "unsupported operand type(s) for ** or pow(): 'int' and 'str'", pow, 2, "3")
raises(TypeError, "pow() missing required argument 'exp' (pos 2)", pow, 2)
assert 2 ** 0.5 == 1.4142135623730951
assert 4 ** 0.5 == 2.0
assert 10 ** -2 == 0.01
