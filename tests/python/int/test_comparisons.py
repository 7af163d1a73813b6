"""Comparisons among ints, floats, bools and others."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert 1 == 1.0 == True
assert 0 == False == 0.0 == -0.0
assert 1 != 1.5
assert 2 > 1.5
assert 2 >= 2.0
big = 2 ** 53
assert big == float(big)
assert big + 1 > float(big)
assert not big + 1 == float(big)
assert (big + 1) < float(big + 2)
assert 10 ** 400 > 1e308
assert -10 ** 400 < -1e308
assert 10 ** 400 < float("inf")
assert -10 ** 400 > float("-inf")
nan = float("nan")
assert not 1 < nan
assert not 1 > nan
assert not 1 == nan
assert 1 != nan
assert not 10 ** 400 < nan
assert (1 == "1") is False
assert (1 != "1") is True
assert (1 == None) is False
assert sorted([3, 1.5, True, 10 ** 20, -2.5]) == [-2.5, True, 1.5, 3, 10 ** 20]
assert max(1, 1.0) == 1
assert type(max(1, 1.0)) is int
assert type(max(1.0, 1)) is float
assert 2 ** 70 > 2 ** 69 > -(2 ** 69) > -(2 ** 70)
assert 2 ** 70 == 2 ** 70
assert not 2 ** 70 < 2 ** 70
raises(TypeError, "'<' not supported between instances of 'int' and 'NoneType'", lambda: 1 < None)
raises(TypeError, "'>' not supported between instances of 'int' and 'list'", lambda: 1 > [])
assert 1 in {1.0}
assert {1: "int"}[True] == "int"
assert len({1, 1.0, True, 1 + 0j}) == 1
