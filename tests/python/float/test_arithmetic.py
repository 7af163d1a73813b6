"""Floor division, modulo and special values."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


inf, nan = float("inf"), float("nan")
assert 7.5 // 2 == 3.0
assert -7.5 // 2 == -4.0
assert 7.5 % 2 == 1.5
assert -7.5 % 2 == 0.5
assert 7.5 % -2 == -0.5
assert divmod(7.5, 2) == (3.0, 1.5)
assert divmod(-1e-20, 3) == (-1.0, 3.0)
assert str(-0.0) == "-0.0"
assert str(0.0 * -1) == "-0.0"
assert str(-0.0 + 0.0) == "0.0"
assert 0.0 == -0.0
assert str(-0.0 % 5) == "0.0"
assert str(0.0 % -5) == "-0.0"
assert str(-0.0 // 1) == "-0.0"
assert inf + 1 == inf
assert inf - inf != inf - inf
assert inf * 0 != inf * 0
assert 1 / inf == 0.0
assert -1 / inf == 0
assert inf > 10 ** 1000
assert -inf < -10 ** 1000
assert (5 % inf, -5 % inf) == (5.0, inf)
assert 5 // inf == 0.0
assert -5 // inf == -1.0
assert nan != nan
assert not nan < 1
assert not nan >= 1
assert bool(nan) is True
assert [nan] == [nan]
assert nan in (nan,)
assert 2.0 ** 3 == 8.0
assert 4.0 ** 0.5 == 2.0
assert 2.0 ** -1 == 0.5
assert 0.0 ** 0 == 1.0
assert nan ** 0 == 1.0
assert 1.0 ** nan == 1.0
assert (-8.0) ** 2 == 64.0
assert type((-8.0) ** 0.5) is complex
assert inf ** -1 == 0.0
assert (-inf) ** 3 == -inf
assert 0.5 ** inf == 0.0
assert 1e308 * 10 == inf
assert -1e308 * 10 == -inf
assert 5e-324 / 2 == 0.0
assert 1e308 + 1e308 == inf
assert abs(-2.5) == 2.5
assert -(-0.0) == 0.0
assert +1.5 == 1.5
assert str(abs(-0.0)) == "0.0"
assert 0.1 + 0.2 != 0.3
assert 0.5 + 0.25 == 0.75
assert 1e16 + 1 == 1e16
assert 3.0 == 3
assert hash(3.0) == hash(3)
raises(TypeError, "unsupported operand type(s) for &: 'float' and 'float'", lambda: 1.0 & 2.0)
raises(OverflowError, "(34, 'Numerical result out of range')", lambda: 10.0 ** 400)
