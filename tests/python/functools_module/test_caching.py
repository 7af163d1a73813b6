"""lru_cache, cache and cached_property."""

from functools import cache, cached_property, lru_cache


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


calls = []


@lru_cache(maxsize=2)
def f(x, y=0):
    calls.append((x, y))
    return x + y


assert f(1) == 1
assert f(1) == 1
assert calls == [(1, 0)]
assert f.cache_info() == (1, 1, 2, 1)
assert str(f.cache_info()) == "CacheInfo(hits=1, misses=1, maxsize=2, currsize=1)"
f(2)
f(1)
f(3)
f(2)
assert calls == [(1, 0), (2, 0), (3, 0), (2, 0)]
assert f.cache_parameters() == {"maxsize": 2, "typed": False}
f.cache_clear()
assert f.cache_info() == (0, 0, 2, 0)
assert f.__wrapped__(5, 6) == 11
assert f.__name__ == "f"
raises(TypeError, "unhashable type: 'list'", f, [])
raises(TypeError, "Expected first argument to be an integer, a callable, or None", lru_cache, "x")


@lru_cache(typed=True)
def typed(x):
    return type(x).__name__


assert typed(1) == "int"
assert typed(1.0) == "float"
assert typed(True) == "bool"


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


assert fib(80) == 23416728348467685
assert fib.cache_info().misses == 81


class C:
    @cached_property
    def v(self):
        "doc"
        calls.append("v")
        return 42

    @lru_cache
    def m(self, x):
        return x * 2


c = C()
calls.clear()
assert c.v == 42
assert c.v == 42
assert calls == ["v"]
assert c.__dict__["v"] == 42
assert C.v.__doc__ == "doc"
assert c.m(3) == 6
c.v = 1
assert c.v == 1
del c.v
assert c.v == 42
assert calls == ["v", "v"]
