"""Modules and packages made in a temporary folder."""

import importlib
import os
import sys
import tempfile

root = tempfile.mkdtemp()
sys.path.insert(0, root)


def write(path, text):
    full = os.path.join(root, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "w") as f:
        f.write(text)


write("im_mod.py", "'doc'\nx = 1\ndef f(): return __name__\n")
write("im_pkg/__init__.py", "flag = 'init'\nfrom . import early\n")
write("im_pkg/early.py", "value = 'early'\n")
write("im_pkg/sub/__init__.py", "")
write("im_pkg/sub/leaf.py", "from ..early import value\nfrom .. import flag\nfrom . import twin\nname = __name__, __package__\n")
write("im_pkg/sub/twin.py", "t = 2\n")
write("im_ns/part.py", "p = 1\n")
importlib.invalidate_caches()
import im_mod

assert im_mod.x == 1
assert im_mod.f() == "im_mod"
assert im_mod.__doc__ == "doc"
assert im_mod.__package__ == ""
assert im_mod.__file__ == os.path.join(root, "im_mod.py")
assert sys.modules["im_mod"] is im_mod
assert im_mod.__spec__.name == "im_mod"
assert im_mod.__spec__.origin == im_mod.__file__
import im_pkg.sub.leaf as leaf

assert leaf.value == "early"
assert leaf.flag == "init"
assert leaf.name == ("im_pkg.sub.leaf", "im_pkg.sub")
assert leaf.twin.t == 2
import im_pkg

assert im_pkg.sub.leaf is leaf
assert im_pkg.__path__ == [os.path.join(root, "im_pkg")]
assert im_pkg.__package__ == "im_pkg"
assert im_pkg.early.value == "early"
import im_ns.part

assert im_ns.part.p == 1
assert getattr(im_ns, "__file__", None) is None
assert list(im_ns.__path__) == [os.path.join(root, "im_ns")]
from im_mod import f as renamed, x

assert renamed is im_mod.f
assert x == 1
im_mod.x = 99
assert importlib.reload(im_mod) is im_mod
assert im_mod.x == 1
del sys.modules["im_mod"]
import im_mod as again

assert again is not im_mod
import shutil

shutil.rmtree(root)
