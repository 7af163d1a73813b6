"""runpy, `__main__` and modules run by -m."""

import os
import runpy
import subprocess
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
path = os.path.join(root, "rp_mod.py")
with open(path, "w") as f:
    f.write("import sys\nname = __name__\nargv0 = sys.argv[0]\nif __name__ == '__main__':\n    print('main', sys.argv[1:], __package__)\n")
ns = runpy.run_path(path, init_globals={"extra": 1}, run_name="custom")
assert ns["name"] == "custom"
assert ns["argv0"] == path
assert ns["extra"] == 1
assert ns["__file__"] == path
os.mkdir(os.path.join(root, "rp_pkg"))
for name, text in [("__init__.py", "print('init')\n"), ("__main__.py", "from . import helper\nprint('pkg main', __package__, helper.v)\n"), ("helper.py", "v = 5\n")]:
    with open(os.path.join(root, "rp_pkg", name), "w") as f:
        f.write(text)


def run(*args):
    done = subprocess.run([sys.executable, *args], cwd=root, capture_output=True, text=True)
    return done.returncode, done.stdout


assert run("rp_mod.py", "a") == (0, "main ['a'] None\n")
assert run("-m", "rp_mod", "b") == (0, "main ['b'] \n")
assert run("-m", "rp_pkg") == (0, "init\npkg main rp_pkg 5\n")
sys.path.insert(0, root)
assert runpy.run_module("rp_mod")["name"] == "rp_mod"
raises(ImportError, "No module named no_such_mod", runpy.run_module, "no_such_mod")
import shutil

shutil.rmtree(root)
