"""`is`, `in` and their negations."""

a = []
b = []
assert a is a
assert a is not b
assert a == b
assert None is None
assert ... is Ellipsis
assert 1 in (1, 2)
assert 3 not in (1, 2)
assert "ell" in "hello"
assert "" in ""
assert "" in "abc"
assert b"l" in b"hello"
assert 104 in b"hello"
assert "k" in {"k": 1}
assert 1 not in {"k": 1}
assert 3 in range(0, 10, 3)
assert 4 not in range(0, 10, 3)
nan = float("nan")
assert nan in [nan]
assert nan != nan
assert 1.0 in {1}
assert True in {1}
assert not (not 1 in [1])
it = iter([1, 2, 3, 4])
assert 2 in it
assert next(it) == 3


class Everything:
    def __contains__(self, x):
        return "yes"


assert (1 in Everything()) is True
assert (1 not in Everything()) is False
