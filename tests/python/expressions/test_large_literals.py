"""Deep and long literals compile."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert eval("[" * 80 + "]" * 80)
assert len(eval("[" + "1," * 5000 + "]")) == 5000
assert eval("+".join(["1"] * 2000)) == 2000
assert eval("(" * 80 + "5" + ")" * 80) == 5
assert len(eval("{" + ",".join("%d: %d" % (i, i) for i in range(2000)) + "}")) == 2000
assert len(eval("(" + "'a'," * 3000 + ")")) == 3000
assert eval("not " * 51 + "True") is False
assert eval("-" * 60 + "1") == 1
ns = {}
exec("\n".join("v%d = %d" % (i, i) for i in range(2000)), ns)
assert ns["v1999"] == 1999
exec("def f(x):\n" + "".join("    if x == %d: return %d\n" % (i, i * 2) for i in range(500)), ns)
assert ns["f"](499) == 998
assert ns["f"](500) is None
exec("def g():\n" + "    x = 0\n" + "    x += 1\n" * 3000 + "    return x\n", ns)
assert ns["g"]() == 3000
exec("x = " + "(" * 50 + "1" + ",)" * 50, ns)
depth, x = 0, ns["x"]
while isinstance(x, tuple):
    depth, x = depth + 1, x[0]
assert depth == 50
assert eval("".join("a[%d] if a else " % 0 for _ in range(30)) + "1", {"a": [7]}) == 7
raises(SyntaxError, "too many nested parentheses (<string>, line 1)", eval, "(" * 300 + ")" * 300)
raises(SyntaxError, "too many statically nested blocks (<string>, line 21)", exec, "".join(" " * i + "for a in b:\n" for i in range(21)) + " " * 21 + "pass")
