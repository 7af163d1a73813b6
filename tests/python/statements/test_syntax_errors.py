"""Wording of common syntax errors."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def bad(source, message, line=1):
    raises(SyntaxError, "%s (<string>, line %d)" % (message, line), compile, source, "<string>", "exec")


bad("x = = 1", "invalid syntax")
bad("if x\n  pass", "expected ':'")
bad("f(", "'(' was never closed")
bad("f)", "unmatched ')'")
bad("(]", "closing parenthesis ']' does not match opening parenthesis '('")
bad("1 = x", "cannot assign to literal here. Maybe you meant '==' instead of '='?")
bad("f() = 1", "cannot assign to function call here. Maybe you meant '==' instead of '='?")
bad("None = 1", "cannot assign to None")
bad("x + 1 = 2", "cannot assign to expression here. Maybe you meant '==' instead of '='?")
bad("print 1", "Missing parentheses in call to 'print'. Did you mean print(...)?")
bad("return 1", "'return' outside function")
bad("yield 1", "'yield' outside function")
bad("def f(a, a): pass", "duplicate argument 'a' in function definition")
bad("def f(a=1, b): pass", "non-default argument follows default argument")
bad("f(a=1, 2)", "positional argument follows keyword argument")
bad("f(**a, *b)", "iterable argument unpacking follows keyword argument unpacking")
bad("f(a=1, a=2)", "keyword argument repeated: a")
bad("class C: return 1", "'return' outside function")
bad("a = 1 b = 2", "invalid syntax")
bad("x = {1, 2: 3}", "invalid syntax")
bad("{'a': }", "expression expected after dictionary key and ':'")
bad("from x import *\ndef f():\n from y import *", "import * only allowed at module level", 3)
bad("else: pass", "invalid syntax")
bad("while 1 = 1: pass", "cannot assign to literal here. Maybe you meant '==' instead of '='?")
bad("[x for x in 1, 2]", "invalid syntax")
bad("[x, y for x in y]", "did you forget parentheses around the comprehension target?")
bad("a $ b", "invalid syntax")
bad("x = 5 5", "invalid syntax")
bad("await x", "'await' outside function")
bad("try: pass\nx", "expected 'except' or 'finally' block", 2)
bad("import a.b as c.d", "invalid syntax")
bad("x = \u201chello\u201d", "invalid character '\u201c' (U+201C)")
