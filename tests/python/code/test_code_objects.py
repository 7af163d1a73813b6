"""Attributes of code objects, and replace."""

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


g_line = sys._getframe().f_lineno + 3


def f(a, /, b, *args, c, d=1, **kw):
    """doc"""
    x = a + 1
    def inner():
        return x
    return [i for i in args], inner


c = f.__code__
assert (c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount) == (2, 1, 2)
assert c.co_varnames[:6] == ("a", "b", "c", "d", "args", "kw")
assert c.co_name == "f"
assert c.co_cellvars == ("x",)
assert c.co_freevars == ()
assert c.co_consts[0] == "doc"
assert c.co_flags & 0x0C == 0x0C
assert c.co_flags & 3 == 3
assert g_line == c.co_firstlineno
assert c.co_nlocals == len(c.co_varnames)
assert c.co_stacksize > 0
assert isinstance(c.co_code, bytes)
assert c.co_names == ()
inner = [k for k in c.co_consts if hasattr(k, "co_code")][0]
assert inner.co_freevars == ("x",)
assert inner.co_name == "inner"
renamed = c.replace(co_name="renamed", co_firstlineno=100)
assert renamed.co_name == "renamed"
assert renamed.co_firstlineno == 100
assert renamed.co_code == c.co_code
assert renamed != c
assert c == c.replace()
assert hash(c) == hash(c.replace())
g = lambda: 0
assert g.__code__.co_name == "<lambda>"
assert compile("1", "f", "eval").co_name == "<module>"
assert repr(g.__code__).startswith("<code object <lambda> at 0x")
assert (lambda: (yield)).__code__.co_flags & 0x20
assert compile("x = 1", "file.py", "exec").co_filename == "file.py"
raises(AttributeError, "readonly attribute", setattr, c, "co_name", "x")
raises(TypeError, "'str' object cannot be interpreted as an integer", lambda: c.replace(co_argcount="x"))
lines = [(s, e, l) for s, e, l in compile("a = 1\n\nb = 2\n", "f", "exec").co_lines()]
assert [l for _, _, l in lines] == [1, 3]
assert lines[0][0] == 0
assert eval((lambda: 5).__code__) == 5


def h():
    return g_name + len("x")


assert h.__code__.co_names == ("g_name", "len")
