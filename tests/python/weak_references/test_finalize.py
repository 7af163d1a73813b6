"""weakref.finalize calls once."""

import gc
import weakref


class C:
    pass


log = []
c = C()
f = weakref.finalize(c, log.append, "gone")
g = weakref.finalize(c, lambda *a, **k: log.append((a, k)), 1, k=2)
assert f.alive
assert f.peek()[0] is c
assert f.peek()[1:] == (log.append, ("gone",), {})
assert g() is None
assert log == [((1,), {"k": 2})]
assert not g.alive
assert g() is None
assert g.peek() is None
del c
for _ in range(3):
    gc.collect()
assert log == [((1,), {"k": 2}), "gone"]
assert not f.alive
d = C()
h = weakref.finalize(d, log.append, "never")
assert h.detach()[0] is d
assert not h.alive
assert h.detach() is None
del d
for _ in range(3):
    gc.collect()
assert "never" not in log
i = C()
j = weakref.finalize(i, log.append, 0)
j.atexit = False
assert j.atexit is False
j.detach()
