"""inspect.signature and binding."""

import inspect
from functools import partial


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def f(a, /, b: int, *args, c=3, d: str = "x", **kw) -> list: pass


s = inspect.signature(f)
assert str(s) == "(a, /, b: int, *args, c=3, d: str = 'x', **kw) -> list"
assert list(s.parameters) == ["a", "b", "args", "c", "d", "kw"]
assert s.return_annotation is list
assert s.parameters["a"].kind is inspect.Parameter.POSITIONAL_ONLY
assert s.parameters["c"].default == 3
assert s.parameters["b"].default is inspect.Parameter.empty
b = s.bind(1, 2, 3, c=4, z=5)
assert b.arguments == {"a": 1, "b": 2, "args": (3,), "c": 4, "kw": {"z": 5}}
assert b.args == (1, 2, 3)
assert b.kwargs == {"c": 4, "z": 5}
b.apply_defaults()
assert b.arguments["d"] == "x"
raises(TypeError, "missing a required argument: 'b'", s.bind, 1)
raises(TypeError, "too many positional arguments", inspect.signature(lambda a: 0).bind, 1, 2)
raises(TypeError, "got an unexpected keyword argument 'q'", lambda: inspect.signature(lambda a: 0).bind(1, q=2))
raises(TypeError, "multiple values for argument 'a'", lambda: inspect.signature(lambda a: 0).bind(1, a=2))


class C:
    def __init__(self, x, y=1): pass
    def m(self, p, *, q): pass
    @classmethod
    def c(cls, z): pass
    @staticmethod
    def s(w): pass
    def __call__(self, k): pass


assert str(inspect.signature(C)) == "(x, y=1)"
assert str(inspect.signature(C(1).m)) == "(p, *, q)"
assert str(inspect.signature(C.m)) == "(self, p, *, q)"
assert str(inspect.signature(C.c)) == "(z)"
assert str(inspect.signature(C.s)) == "(w)"
assert str(inspect.signature(C(1))) == "(k)"
assert str(inspect.signature(partial(f, 1, c=9))) == "(b: int, *args, c=9, d: str = 'x', **kw) -> list"
assert str(s.replace(parameters=[])) == "() -> list"
assert repr(inspect.signature(lambda x: 0)) == "<Signature (x)>"
raises(TypeError, "5 is not a callable object", inspect.signature, 5)
raises(ValueError, "duplicate parameter name: 'a'", inspect.Signature, [inspect.Parameter("a", inspect.Parameter.KEYWORD_ONLY)] * 2)
