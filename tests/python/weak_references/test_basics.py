"""Weak references, their callbacks and proxies."""

import gc
import weakref


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class C:
    def m(self):
        return "m"

    def __len__(self):
        return 3


def collect():
    for _ in range(3):
        gc.collect()


c = C()
r = weakref.ref(c)
assert r() is c
assert weakref.ref(c) is r
assert r == weakref.ref(c)
assert weakref.getweakrefcount(c) == 1
assert weakref.getweakrefs(c) == [r]
assert c.__weakref__ is r
log = []
cb = weakref.ref(c, lambda ref: log.append(ref() is None))
p = weakref.proxy(c)
assert p.m() == "m"
assert len(p) == 3
assert cb is not r
assert type(p) is weakref.ProxyType
assert isinstance(p, C)
p.attr = 5
assert c.attr == 5
del c
collect()
assert r() is None
assert log == [True]
assert cb() is None
raises(ReferenceError, "weakly-referenced object no longer exists", lambda: p.m)
raises(TypeError, "cannot create weak reference to 'int' object", weakref.ref, 5)
raises(TypeError, "cannot create weak reference to 'list' object", weakref.ref, [])
raises(TypeError, "cannot create weak reference to 'NoneType' object", weakref.ref, None)


def f():
    pass


assert weakref.ref(f)() is f
assert weakref.ref(C)() is C
assert repr(r).startswith("<weakref at 0x")
assert repr(r).endswith("; dead>")
d = C()
w = weakref.WeakMethod(d.m)
assert w()() == "m"
del d
collect()
assert w() is None
