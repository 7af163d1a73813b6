"""`__del__` runs after the object becomes unreachable; its errors do not spread."""

import gc
import sys


def collect():
    for _ in range(3):
        gc.collect()


class C:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        log.append(self.n)


log = []
C(1)
collect()
assert log == [1]
x = C(2)
x = None
collect()
assert log == [1, 2]
holder = [C(3), C(4)]
del holder[0]
collect()
assert log == [1, 2, 3]
holder = None
collect()
assert log == [1, 2, 3, 4]


class Bad:
    def __del__(self):
        raise ValueError("in del")


caught = []
old = sys.unraisablehook
sys.unraisablehook = lambda args: caught.append((args.exc_type, str(args.exc_value)))
try:
    Bad()
    collect()
finally:
    sys.unraisablehook = old
assert caught == [(ValueError, "in del")]


class Late:
    pass


l = Late()
l.__del__ = lambda: log.append("instance")
del l
collect()
assert "instance" not in log


def scope():
    c = C("local")
    return None


scope()
collect()
assert log[-1] == "local"
