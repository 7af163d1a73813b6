"""Class bodies are not enclosing scopes, except for `__class__`."""

x = "global"


def f():
    x = "function"

    class C:
        y = x
        x = "class"
        z = x

        def m(self):
            return x

        listed = [x for _ in range(1)]
        iterated = [v for v in x[:2]]

    return C


C = f()
assert C.z == "class"
assert C().m() == "function"
assert C.listed == ["function"]
assert C.iterated == ["c", "l"]
assert C.y == "global"


class D:
    x = "class"
    get = lambda self: x


assert D().get() == "global"


class E:
    def cls(self):
        return __class__


class F(E):
    pass


assert F().cls() is E


def g():
    value = 1

    class H:
        nonlocal value
        value = 2

    return value, hasattr(H, "value")


assert g() == (2, False)
