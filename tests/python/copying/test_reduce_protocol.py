"""`__reduce__` and its kin drive copy and pickle."""

import copy
import pickle


class R:
    def __init__(self, x):
        self.x = x

    def __reduce__(self):
        return R, (self.x + 1,)


assert copy.copy(R(1)).x == 2
assert pickle.loads(pickle.dumps(R(1))).x == 2


class Full(list):
    def __init__(self, name):
        self.name = name

    def __reduce__(self):
        return Full, (self.name,), {"extra": 1}, iter(self)


f = Full("n")
f.extend([1, 2])
g = pickle.loads(pickle.dumps(f))
assert g == [1, 2]
assert g.name == "n"
assert g.extra == 1
assert type(g) is Full


class Slots:
    __slots__ = ("a", "b")


s = Slots()
s.a = 1
c = copy.copy(s)
assert c.a == 1
assert not hasattr(c, "b")
assert pickle.loads(pickle.dumps(s, 2)).a == 1


class NewArgs:
    def __new__(cls, a, b=0):
        self = super().__new__(cls)
        self.made = (a, b)
        return self

    def __getnewargs__(self):
        return (5, 6)


assert copy.copy(NewArgs(1)).made == (1, 0)
n = NewArgs.__new__(NewArgs, 1)
assert n.__reduce_ex__(2)[1] == (NewArgs, 5, 6)


class Singleton:
    def __reduce__(self):
        return "ONLY"


ONLY = Singleton()
assert pickle.loads(pickle.dumps(ONLY)) is ONLY
assert copy.copy(ONLY) is ONLY
import copyreg


class Registered:
    def __init__(self, v):
        self.v = v


copyreg.pickle(Registered, lambda o: (Registered, (o.v * 10,)))
assert pickle.loads(pickle.dumps(Registered(2))).v == 20
assert copy.copy(Registered(3)).v == 30
del copyreg.dispatch_table[Registered]
