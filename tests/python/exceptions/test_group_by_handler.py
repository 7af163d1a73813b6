"""Handlers are tried in order, once, and see the first match."""


class A(Exception): pass
class B(A): pass
class C(Exception): pass


def classify(e):
    try:
        raise e
    except B:
        return "B"
    except A:
        return "A"
    except (C, KeyError) as err:
        return "C or " + type(err).__name__
    except:
        return "bare"


assert [classify(e) for e in (B(), A(), C(), KeyError(), ValueError(), SystemExit())] == ["B", "A", "C or C", "C or KeyError", "bare", "bare"]
evaluated = []


def kind(name, cls):
    evaluated.append(name)
    return cls


try:
    raise A
except kind("first", C):
    raise AssertionError
except kind("second", A):
    pass
except kind("third", A):
    raise AssertionError
assert evaluated == ["first", "second"]
try:
    try:
        raise A("in try")
    except A:
        raise B("in handler")
except B as e:
    assert str(e.__context__) == "in try"
else:
    raise AssertionError
out = []
for v in ("1", "x", None, "3"):
    try:
        n = int(v)
    except ValueError:
        out.append("bad value")
    except TypeError:
        out.append("bad type")
    else:
        out.append(n)
    finally:
        out.append("|")
assert out == [1, "|", "bad value", "|", "bad type", "|", 3, "|"]


class Meta(type):
    def __instancecheck__(cls, o):
        return True

    def __subclasscheck__(cls, c):
        return True


class Anything(Exception, metaclass=Meta): pass


def hooks_are_ignored():
    try:
        raise KeyError("k")
    except Anything:
        return "hooked"
    except KeyError:
        return "real"


assert hooks_are_ignored() == "real"
