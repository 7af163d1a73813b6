"""Module-level `__getattr__` and `__dir__`."""

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


m = types.ModuleType("mg")
exec("""
real = 1
def __getattr__(name):
    if name == 'lazy':
        return 'made'
    raise AttributeError('mg has no ' + name)
def __dir__():
    return ['z', 'a']
""", m.__dict__)
sys.modules["mg"] = m
assert m.lazy == "made"
assert m.real == 1
assert dir(m) == ["a", "z"]
assert getattr(m, "other", 5) == 5
assert not hasattr(m, "q")
raises(AttributeError, "mg has no other", lambda: m.other)
from mg import lazy

assert lazy == "made"
raises(ImportError, "cannot import name 'zzz' from 'mg' (unknown location)", exec, "from mg import zzz")


class Mod(types.ModuleType):
    @property
    def computed(self):
        return "property"

    def __call__(self):
        return "called"


m.__class__ = Mod
assert m.computed == "property"
assert m() == "called"
assert m.lazy == "made"
del sys.modules["mg"]
