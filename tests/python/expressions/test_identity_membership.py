"""`is`, `in` and their negations."""
a = []
b = []
assert a is a and a is not b and a == b
assert None is None and ... is Ellipsis
assert 1 in (1, 2) and 3 not in (1, 2)
assert "ell" in "hello" and "" in "" and "" in "abc"
assert b"l" in b"hello" and 104 in b"hello"
assert "k" in {"k": 1} and 1 not in {"k": 1}
assert 3 in range(0, 10, 3) and 4 not in range(0, 10, 3)
nan = float("nan")
assert nan in [nan] and nan != nan and float("nan") not in [nan]
assert 1.0 in {1} and True in {1}
assert not (not 1 in [1])
it = iter([1, 2, 3, 4])
assert 2 in it and next(it) == 3


class Everything:
    def __contains__(self, x):
        return "yes"


assert (1 in Everything()) is True and (1 not in Everything()) is False
