"""The types module."""

import types


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


ns = types.SimpleNamespace(a=1, b="x")
assert repr(ns) == "namespace(a=1, b='x')"
assert ns == types.SimpleNamespace(b="x", a=1)
assert ns.a == 1
assert vars(ns) == {"a": 1, "b": "x"}
ns.c = ns
assert repr(ns) == "namespace(a=1, b='x', c=namespace(...))"
m = types.MappingProxyType({"a": 1})
assert m["a"] == 1
assert repr(m) == "mappingproxy({'a': 1})"
assert dict(m) == {"a": 1}
assert len(m) == 1
assert m | {"b": 2} == {"a": 1, "b": 2}
assert m.get("q") is None
assert list(reversed(m)) == ["a"]
raises(TypeError, "'mappingproxy' object does not support item assignment", lambda: m.__class__ and exec("m['b'] = 1", {"m": m}))
raises(TypeError, "mappingproxy() argument must be a mapping, not int", types.MappingProxyType, 5)
raises(TypeError, "no positional arguments expected", types.SimpleNamespace, 1)
C = types.new_class("C", (list,), {}, lambda ns: ns.update(x=5))
assert C.x == 5
assert issubclass(C, list)
assert types.resolve_bases((list[int],)) == (list,)
assert types.prepare_class("X")[0] is type
assert isinstance(lambda: 0, types.FunctionType)
assert isinstance(len, types.BuiltinFunctionType)
assert isinstance((x for x in ()), types.GeneratorType)
assert isinstance(types, types.ModuleType)
assert isinstance(C().append, types.BuiltinMethodType)
assert isinstance(type.__dict__, types.MappingProxyType)
assert isinstance(None, types.NoneType)
assert isinstance(int | str, types.UnionType)
f = types.FunctionType(compile("a + 1", "f", "eval"), {"a": 5}, "named")
assert f() == 6
assert f.__name__ == "named"


def outer():
    x = 1
    def inner(y=2):
        return x + y
    return inner


i = outer()
copy = types.FunctionType(i.__code__, i.__globals__, "copy", (10,), (types.CellType(100),))
assert copy() == 110
assert i() == 3
assert types.MethodType(lambda s: s, 5)() == 5
raises(ValueError, "inner requires closure of length 1, not 0", types.FunctionType, i.__code__, {}, "x", None, ())
raises(TypeError, "arg 5 (closure) must be tuple", types.FunctionType, i.__code__, {})


class D:
    @types.DynamicClassAttribute
    def v(self):
        return "instance"


assert D().v == "instance"
raises(AttributeError, "", lambda: D.v)
