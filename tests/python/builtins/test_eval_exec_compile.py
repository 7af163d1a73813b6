"""eval, exec and compile from the outside."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert eval("1 + 2") == 3
assert eval("x * 2", {"x": 5}) == 10
assert eval("x + y", {"x": 1}, {"y": 2}) == 3
assert eval("  1") == 1
assert eval("1\n") == 1
ns = {}
exec("a = 1\nb = a + 1", ns)
assert ns["a"] == 1
assert ns["b"] == 2
assert "__builtins__" in ns
assert exec("pass") is None
g, l = {}, {}
exec("x = 1\nglobal y\ny = 2", g, l)
assert l == {"x": 1}
assert g["y"] == 2
code = compile("z = 5", "<made>", "exec")
exec(code, ns)
assert ns["z"] == 5
assert eval(compile("1+1", "<e>", "eval")) == 2
assert eval(compile("q = 1", "<s>", "exec"), {}) is None
assert code.co_filename == "<made>"
single = compile("3 + 4", "<s>", "single")
assert single.co_name == "<module>"
assert eval(b"1+1") == 2
assert eval("__builtins__ is not None")
assert eval("len('abc')", {"__builtins__": {"len": lambda s: "mine"}}) == "mine"
raises(NameError, "name 'len' is not defined", eval, "len('abc')", {"__builtins__": {}})
raises(TypeError, "eval() arg 1 must be a string, bytes or code object", eval, 5)
raises(TypeError, "exec() arg 1 must be a string, bytes or code object", exec, 5)
raises(TypeError, "globals must be a dict", eval, "1", 5)
raises(TypeError, "exec() globals must be a dict, not int", exec, "1", 5)
raises(TypeError, "locals must be a mapping", eval, "1", {}, 5)
raises(ValueError, "compile() mode must be 'exec', 'eval' or 'single'", compile, "1", "f", "bad")
raises(ValueError, "source code string cannot contain null bytes", compile, "a\0b", "f", "exec")
raises(ValueError, "compile(): unrecognised flags", compile, "1", "f", "exec", 1 << 30)
raises(SyntaxError, "invalid syntax (<string>, line 1)", eval, "x = 1")
raises(TypeError, "code object passed to eval() may not contain free variables", eval, (lambda q: lambda: q)(1).__code__)
raises(SyntaxError, "invalid syntax (<string>, line 0)", eval, "")
