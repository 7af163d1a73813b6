"""Free variables pass through several levels."""


def a():
    v = 1

    def b():
        def c():
            def d():
                nonlocal v
                v += 1
                return v
            return d
        return c
    return b()()


d = a()
assert d() == 2
assert d() == 3
assert d.__code__.co_freevars == ("v",)


def params(p, *args, **kw):
    def inner():
        return p, args, kw
    p += 1
    return inner


assert params(1, 2, k=3)() == (2, (2,), {"k": 3})


def compose(*fs):
    def composed(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return composed


assert compose(lambda x: x + 1, lambda x: x * 2)(5) == 11


def y_combinator(f):
    return (lambda x: f(lambda v: x(x)(v)))(lambda x: f(lambda v: x(x)(v)))


assert y_combinator(lambda rec: lambda n: 1 if n == 0 else n * rec(n - 1))(5) == 120
