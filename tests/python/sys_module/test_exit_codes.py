"""Exit codes and output of small child processes."""

import subprocess
import sys


def run(*args, stdin=""):
    done = subprocess.run([sys.executable, *args], input=stdin, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


assert run("-c", "import sys; sys.exit(7)")[0] == 7
assert run("-c", "import sys; sys.exit(256 + 3)")[0] == 3
assert run("-c", "import sys; sys.exit(-1)")[0] == 255
assert run("-c", "import sys; print(sys.argv)", "a", "-b") == (0, "['-c', 'a', '-b']\n", "")
assert run("-", "x", stdin="import sys; print(sys.argv, __name__)") == (0, "['-', 'x'] __main__\n", "")
assert run(stdin="print(1 + 1)") == (0, "2\n", "")
assert run("-c", "import atexit; atexit.register(print, 'bye', 1); print('body')") == (0, "body\nbye 1\n", "")
assert run("-c", "import atexit, sys\natexit.register(print, 1)\natexit.register(print, 2)\nsys.exit(4)") == (4, "2\n1\n", "")
assert run("-c", "print(input() + input())", stdin="a\nb\n") == (0, "ab\n", "")
assert run("-O", "-c", "assert False; print(__debug__)") == (0, "False\n", "")
assert run("-c", "import os; os._exit(9)")[0] == 9
code, out, err = run("-W", "error", "-c", "import warnings; warnings.warn('w')")
assert code == 1
assert err.endswith("UserWarning: w\n")
code, out, err = run("-m", "no_such_module")
assert code == 1
assert err.endswith("No module named no_such_module\n")
code, out, err = run("/no/such/file.py")
assert code == 2
assert err.endswith("can't open file '/no/such/file.py': [Errno 2] No such file or directory\n")
assert run("-c", "raise KeyboardInterrupt")[0] != 0
assert run("-V")[1].startswith("Python 3.10.")
assert run("-c", "x = 1", "-c") == (0, "", "")
assert run("-u", "-c", "print('u')")[1] == "u\n"
assert run("-S", "-E", "-s", "-c", "print(2)")[1] == "2\n"
