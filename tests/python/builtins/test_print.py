"""print's separators, ends and files."""

import sys


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Out:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)

    def flush(self):
        self.parts.append("FLUSH")


o = Out()
print(1, "a", None, file=o)
assert o.parts == ["1", " ", "a", " ", "None", "\n"]
o.parts.clear()
print("x", "y", sep="-", end="!", file=o, flush=True)
assert "".join(o.parts) == "x-y!FLUSH"
o.parts.clear()
print(file=o)
print("a", "b", sep=None, end=None, file=o)
print(*[1, 2], sep="", file=o)
assert "".join(o.parts) == "\na b\n12\n"
print("to stdout", 1.0, [1], {"k": (1,)})
print("é漢", end="")
print()
raises(TypeError, "sep must be None or a string, not int", lambda: print(1, sep=5))
raises(TypeError, "end must be None or a string, not int", lambda: print(1, end=5))
raises(AttributeError, "'int' object has no attribute 'write'", lambda: print(1, file=5))


class Bad:
    def __str__(self):
        raise KeyError("str")


raises(KeyError, "'str'", print, Bad())
old, sys.stdout = sys.stdout, o
o.parts.clear()
print("redirected")
sys.stdout = old
assert "".join(o.parts) == "redirected\n"
sys.stdout = None
print("nowhere")
sys.stdout = old
