"""What the interpreter prints for uncaught exceptions."""

import subprocess
import sys


def run(source):
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


assert run("print('out'); 1/0") == (
    1, "out\n",
    'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nZeroDivisionError: division by zero\n')
assert run("raise SystemExit(3)") == (3, "", "")
assert run("raise SystemExit('message')") == (1, "", "message\n")
assert run("import sys; sys.exit()") == (0, "", "")
code, out, err = run("def f():\n  f()\nf()")
assert code == 1
assert "[Previous line repeated 99" in err
assert (err.endswith(
    "RecursionError: maximum recursion depth exceeded\n"))
code, out, err = run("class A: colour = 1\nA.color")
assert err.endswith("AttributeError: type object 'A' has no attribute 'color'. Did you mean: 'colour'?\n")
code, out, err = run("value = 1\nprint(valeu)")
assert err.endswith("NameError: name 'valeu' is not defined. Did you mean: 'value'?\n")
code, out, err = run("x = (1,\n")
assert (code, err) == (1, "  File \"<string>\", line 1\n    x = (1,\n        ^\nSyntaxError: '(' was never closed\n")
code, out, err = run("try:\n  1/0\nexcept Exception as e:\n  raise KeyError('k') from None")
assert err == 'Traceback (most recent call last):\n  File "<string>", line 4, in <module>\nKeyError: \'k\'\n'
