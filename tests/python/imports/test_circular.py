"""Circular imports see partly initialized modules."""

import importlib
import os
import shutil
import sys
import tempfile


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


root = tempfile.mkdtemp()
sys.path.insert(0, root)


def write(name, text):
    with open(os.path.join(root, name), "w") as f:
        f.write(text)


write("ca.py", "import cb\nx = 'a.x'\ndef get(): return cb.y\n")
write("cb.py", "import ca\ny = 'b.y'\nsaw = hasattr(ca, 'x')\ndef get(): return ca.x\n")
write("cc.py", "from cd import thing\nother = 1\n")
write("cd.py", "from cc import other\nthing = 2\n")
write("ce.py", "import cf\n")
write("cf.py", "import ce\nvalue = ce.missing\n")
importlib.invalidate_caches()
import ca
import cb

assert ca.get() == "b.y"
assert cb.get() == "a.x"
assert cb.saw is False
try:
    import cc
except ImportError as e:
    assert str(e).startswith("cannot import name 'other' from partially initialized module 'cc' "
                             "(most likely due to a circular import) ("), str(e)
else:
    raise AssertionError
assert "cc" not in sys.modules
assert "cd" not in sys.modules
raises(AttributeError,
       "partially initialized module 'ce' has no attribute 'missing' (most likely due to a circular import)",
       importlib.import_module, "ce")
write("cg.py", "import nothing_more\n")
raises(ModuleNotFoundError, "No module named 'nothing_more'", importlib.import_module, "cg")
assert "cg" not in sys.modules
write("ch.py", "x = 1\n1/0\n")
raises(ZeroDivisionError, "division by zero", importlib.import_module, "ch")
assert "ch" not in sys.modules
shutil.rmtree(root)
