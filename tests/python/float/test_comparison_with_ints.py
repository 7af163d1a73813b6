"""Mixed comparisons are exact."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


big = 2 ** 53
assert float(big) == big
assert not float(big) == big + 1
assert float(big) < big + 1
assert big + 1 > float(big)
assert 1e22 == 10 ** 22
assert 1e23 != 10 ** 23
assert 1e23 < 10 ** 23
assert 0.1 < 1
assert -0.5 > -1
assert 2 ** 1024 > 1.7e308
inf = float("inf")
assert inf > 2 ** 2000
assert -inf < -(2 ** 2000)
assert inf == inf
assert not inf < inf
assert max(inf, 10 ** 400) == inf
assert sorted([1.5, 1, 2, 1.25, True]) == [1, True, 1.25, 1.5, 2]
assert 3 in [3.0]
assert {3: "a"}[3.0] == "a"
assert (0.5).__eq__(1) is False
assert (1).__eq__(1.0) is NotImplemented
raises(OverflowError, "int too large to convert to float", lambda: 2 ** 1024 * 1.0)
raises(OverflowError, "int too large to convert to float", lambda: 1.0 + 2 ** 1024)
