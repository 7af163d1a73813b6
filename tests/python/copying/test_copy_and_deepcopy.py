"""copy and deepcopy of built-in and own objects."""

import copy


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Plain:
    def __init__(self, v):
        self.v = v


p = Plain([1, [2]])
q = copy.copy(p)
assert q is not p
assert q.v is p.v
assert type(q) is Plain
d = copy.deepcopy(p)
assert d.v == p.v
assert d.v is not p.v
assert d.v[1] is not p.v[1]
for atom in (5, "s", None, 1.5, (1, 2), frozenset([1]), len, int, Plain, ..., b"x", range(3)):
    assert copy.copy(atom) is atom
    assert copy.deepcopy(atom) == atom
a = [1]
a.append(a)
b = copy.deepcopy(a)
assert b[1] is b
assert b is not a
shared = []
pair = copy.deepcopy([shared, shared])
assert pair[0] is pair[1]
assert pair[0] is not shared
t = ([1], 2)
assert copy.copy(t) is t
assert copy.deepcopy(t) == t
assert copy.deepcopy(t)[0] is not t[0]
assert copy.copy({1: [2]}) == {1: [2]}
assert copy.copy({1, 2}) == {1, 2}
assert copy.deepcopy({(1, 2): {3: [4]}}) == {(1, 2): {3: [4]}}


class Custom:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep", type(memo)


assert copy.copy(Custom()) == "copied"
assert copy.deepcopy(Custom()) == ("deep", dict)


class State:
    def __init__(self):
        self.a, self.b = 1, 2

    def __getstate__(self):
        return {"a": self.a}

    def __setstate__(self, state):
        self.__dict__.update(state, restored=True)


s = copy.copy(State())
assert s.a == 1
assert s.restored
assert not hasattr(s, "b")
import sys

raises(TypeError, "cannot pickle 'generator' object", copy.copy, (x for x in ()))
raises(TypeError, "cannot pickle 'module' object", copy.deepcopy, sys)
