"""Booleans are two integers."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert True == 1
assert False == 0
assert isinstance(True, int)
assert type(True) is bool
assert str(True) == "True"
assert repr(False) == "False"
assert True + True == 2
assert True & False is False
assert True | False is True
assert True ^ True is False
assert type(True & 1) is int
assert ~True == -2
assert -True == -1
assert not True is False
assert bool() is False
for falsy in (0, 0.0, 0j, "", b"", (), [], {}, set(), frozenset(), range(0), None, False, bytearray()):
    assert bool(falsy) is False
for truthy in (1, -1, 0.1, "0", " ", [0], (0,), {0: 0}, {0}, object(), bool, float("nan"), ...):
    assert bool(truthy) is True
assert [True, False].index(0) == 1
assert {True: "t"}[1] == "t"
assert "%d %s" % (True, True) == "1 True"
assert f"{True:5}|{True:d}|{True!s:>6}" == "    1|1|  True"
assert sorted([True, False]) == [False, True]
assert sum([True] * 3) == 3
assert int("1") is not True
assert bool("False") is True
assert (1 == True) is True
raises(TypeError, "bool() takes no keyword arguments", lambda: bool(x=1))
assert True.real == 1
assert type(True.real) is int
assert True.__and__(True) is True
assert True.bit_length() == 1
