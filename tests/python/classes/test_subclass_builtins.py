"""Subclasses of built-in types keep their behaviour."""


class L(list):
    def append(self, x):
        super().append(x * 2)


l = L([1])
l.append(2)
assert l == [1, 4]
assert type(l + [1]) is list
assert type(l[:]) is list
assert type(l * 2) is list
l.attr = 1
assert l.__dict__ == {"attr": 1}


class D(dict):
    def __missing__(self, key):
        return key + "?"


d = D(a=1)
assert d["a"] == 1
assert d["b"] == "b?"
assert d.get("b") is None
assert "b" not in d


class S(str):
    def __new__(cls, v):
        return super().__new__(cls, v.upper())


s = S("abc")
assert s == "ABC"
assert type(s.lower()) is str
assert hash(s) == hash("ABC")
assert {s: 1}["ABC"] == 1


class I(int):
    def __add__(self, other):
        return I(int(self) + other + 100)

    def __repr__(self):
        return "I(%d)" % self


assert I(1) + 1 == 102
assert repr(I(1) + 1) == "I(102)"
assert 1 + I(1) == 2
assert str(I(3)) == "I(3)"


class T(tuple):
    x = property(lambda self: self[0])


assert T([5, 6]).x == 5
assert type(T((1,)) + (2,)) is tuple


class F(float):
    pass


assert type(F(1.5) * 2) is float
assert F("2.5") == 2.5


class E(Exception):
    def __str__(self):
        return "custom"


assert str(E(1)) == "custom"
assert E(1).args == (1,)
