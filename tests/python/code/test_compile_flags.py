"""Compilation modes, inherited futures and flags."""

import ast


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


tree = compile("x + 1", "<s>", "eval", ast.PyCF_ONLY_AST)
assert isinstance(tree, ast.Expression)
assert eval(compile(tree, "<s>", "eval"), {"x": 2}) == 3
assert compile("assert False", "<s>", "exec", optimize=1)
assert exec(compile("assert False", "<s>", "exec", optimize=1)) is None
assert eval(compile("__debug__", "<s>", "eval", optimize=1)) is False
assert eval(compile("__debug__", "<s>", "eval", optimize=0)) is True
ns = {}
exec(compile("def f():\n 'doc'\nx: int\n", "<s>", "exec", optimize=2), ns)
assert ns["f"].__doc__ is None
import __future__

ns = {}
exec(compile("def f(a: undefined): pass", "<s>", "exec", __future__.annotations.compiler_flag), ns)
assert ns["f"].__annotations__ == {"a": "undefined"}
exec("from __future__ import annotations\ndef g(a: b + c, *, d: 'e') -> [x, y]: pass", ns)
assert ns["g"].__annotations__ == {"a": "b + c", "d": "'e'", "return": "[x, y]"}
raises(SyntaxError, "future feature nothing is not defined (<string>, line 1)", exec, "from __future__ import nothing")
raises(SyntaxError, "from __future__ imports must occur at the beginning of the file (<string>, line 2)", exec, "x = 1\nfrom __future__ import annotations")
raises(SyntaxError, "not a chance (<string>, line 1)", exec, "from __future__ import braces")
raises(SyntaxError, "multiple statements found while compiling a single statement (<s>, line 1)", compile, "a\nb", "<s>", "single")
source = "# -*- coding: latin-1 -*-\ns = '\xe9'\n".encode("latin-1")
ns = {}
exec(source, ns)
assert ns["s"] == "é"
raises(SyntaxError, "unknown encoding: nope (<string>, line 0)", exec, b"# coding: nope\n")
