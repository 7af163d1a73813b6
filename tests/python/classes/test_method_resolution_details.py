"""Mixins, diamond calls and attribute lookup order."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Root:
    def __init__(self, **kw):
        assert not kw, kw
        log.append("Root")


class A(Root):
    def __init__(self, a=0, **kw):
        super().__init__(**kw)
        log.append("A%d" % a)


class B(Root):
    def __init__(self, b=0, **kw):
        super().__init__(**kw)
        log.append("B%d" % b)


class C(A, B):
    def __init__(self, **kw):
        super().__init__(**kw)
        log.append("C")


log = []
C(a=1, b=2)
assert log == ["Root", "B2", "A1", "C"]


class Mixin:
    def describe(self):
        return "Mixin+" + super().describe()


class Base:
    def describe(self):
        return "Base"


class Mixed(Mixin, Base):
    pass


assert Mixed().describe() == "Mixin+Base"
raises(AttributeError, "'super' object has no attribute 'describe'", type("Alone", (Mixin,), {})().describe)


class P:
    x = "P"


class Q(P):
    pass


class R(P):
    x = "R"


class S(Q, R):
    pass


assert S.x == "R"
assert S().x == "R"
del R.x
assert S.x == "P"
Q.x = "Q"
assert S.x == "Q"
s = S()
s.x = "s"
assert s.x == "s"
assert S.x == "Q"
del s.x
assert s.x == "Q"
assert super(S, s).x == "Q"
assert super(Q, s).x == "P"
assert super(P, S).__init__ is not None
