"""`from x import *` follows `__all__`, else public names."""

import sys
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


def module(name, **names):
    m = sys.modules[name] = types.ModuleType(name)
    vars(m).update(names)
    return m


def star(name):
    ns = {}
    exec("from %s import *" % name, ns)
    ns.pop("__builtins__")
    return ns


module("st_plain", a=1, _b=2, __c=3, d=None)
assert star("st_plain") == {"a": 1, "d": None}
module("st_all", a=1, _b=2, c=3, __all__=["_b", "a"])
assert star("st_all") == {"_b": 2, "a": 1}
module("st_missing", __all__=["zz"])
raises(AttributeError, "module 'st_missing' has no attribute 'zz'", star, "st_missing")
module("st_bad", __all__=[1])
raises(TypeError, "Item in st_bad.__all__ must be str, not int", star, "st_bad")
module("st_tuple", x=5, __all__=("x",))
assert star("st_tuple") == {"x": 5}


class Fancy:
    __all__ = ["p", "q"]

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return name * 2


sys.modules["st_fancy"] = Fancy()
assert star("st_fancy") == {"p": "pp", "q": "qq"}
for name in list(sys.modules):
    if name.startswith("st_"):
        del sys.modules[name]
raises(SyntaxError, "import * only allowed at module level (<string>, line 2)", exec, "def f():\n from sys import *")
