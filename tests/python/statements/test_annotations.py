"""Annotations of variables and functions."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


x: int = 1
y: "forward"
assert __annotations__ == {"x": int, "y": "forward"}
raises(NameError, "name 'y' is not defined", lambda: y)


class C:
    a: int
    b: str = "b"
    (c): float = 1.0


assert C.__annotations__ == {"a": int, "b": str}
assert C.c == 1.0


def f(p: 1, q: "two" = 2, *args: 3, k: 4 = 4, **kw: 5) -> "r":
    local: undefined_name = 0
    return local


assert f.__annotations__ == {"p": 1, "q": "two", "args": 3, "k": 4, "kw": 5, "return": "r"}
assert f(0) == 0
log = []
d = {}
d[log.append("target") or "k"]: log.append("annotation") = log.append("value") or 5
assert d == {"k": 5}
assert log == ["value", "target", "annotation"]
raises(SyntaxError, "only single target (not tuple) can be annotated (<string>, line 1)", exec, "a, b: int")
raises(SyntaxError, "illegal target for annotation (<string>, line 1)", exec, "1: int")


def unbound():
    v: int
    return v


raises(UnboundLocalError, "local variable 'v' referenced before assignment", unbound)
