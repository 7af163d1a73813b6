"""Cycles are collected, and their finalizers run once."""

import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


def collect():
    for _ in range(3):
        gc.collect()


log = []
a, b = Node("a"), Node("b")
a.other, b.other = b, a
r = weakref.ref(a)
del a, b
collect()
assert sorted(log) == ["a", "b"]
assert r() is None


class Phoenix:
    def __del__(self):
        saved.append(self)
        log.append("del")


saved, log = [], []
Phoenix()
collect()
assert log == ["del"]
assert len(saved) == 1
saved.clear()
collect()
assert log == ["del"]
s = Node("self")
s.me = s
log.clear()
del s
collect()
assert log == ["self"]
assert gc.isenabled() is True
gc.disable()
assert not gc.isenabled()
gc.enable()
