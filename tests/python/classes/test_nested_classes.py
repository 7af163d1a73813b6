"""Nested classes, qualified names, and bodies that are code."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Outer:
    class Inner:
        def f(self):
            return "f"

        class Deep:
            pass

    attribute = Inner().f()


assert Outer.Inner.__qualname__ == "Outer.Inner"
assert Outer.Inner.Deep.__qualname__ == "Outer.Inner.Deep"
assert Outer.attribute == "f"
assert Outer.Inner.f.__qualname__ == "Outer.Inner.f"


def factory():
    class Local:
        def m(self):
            pass
    return Local


assert factory().__qualname__ == "factory.<locals>.Local"
assert factory().m.__qualname__ == "factory.<locals>.Local.m"
assert factory() is not factory()


class Body:
    values = []
    for i in range(3):
        values.append(i)
    if values:
        branch = "taken"
    try:
        1 / 0
    except ZeroDivisionError:
        caught = True
    names = sorted(n for n in locals() if not n.startswith("_"))
    assert __qualname__ == "Body"
    assert __module__ == "__main__"


assert Body.values == [0, 1, 2]
assert Body.i == 2
assert Body.caught
assert Body.names == ["branch", "caught", "i", "values"]


class Explicit:
    __qualname__ = "Chosen"


assert repr(Explicit) == "<class '__main__.Chosen'>"
raises(TypeError, "type __qualname__ must be a str, not int", type, "X", (), {"__qualname__": 1})
