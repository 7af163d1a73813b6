"""Membership by hash and equality; unhashable sets as keys are tried as frozensets."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class K:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return self.v % 3

    def __eq__(self, other):
        return isinstance(other, K) and self.v == other.v


s = {K(i) for i in range(10)} | {K(i) for i in range(5)}
assert len(s) == 10
assert K(7) in s
assert K(10) not in s
assert 7 not in s
s.discard(K(7))
assert len(s) == 9
assert K(7) not in s
assert K(4) in s
assert K(1) in s
families = {frozenset("ab"), frozenset("c")}
assert {"a", "b"} in families
assert {"b", "a"} in families
assert {"z"} not in families
families.discard({"c"})
assert len(families) == 1
nan = float("nan")
assert len({nan, nan}) == 1
assert nan in {nan}


class Raising:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("eq failed")


raises(ValueError, "eq failed", lambda: {Raising(), Raising()})
raises(ValueError, "eq failed", lambda: Raising() in {1})
assert Raising() not in {2}
