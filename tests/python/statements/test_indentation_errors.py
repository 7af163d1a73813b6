"""IndentationError and TabError, with their positions."""


def check(kind, source, message, line, offset=None):
    try:
        compile(source, "name.py", "exec")
    except SyntaxError as e:
        assert type(e) is kind, type(e)
        assert e.msg == message, e.msg
        assert e.lineno == line and e.filename == "name.py", e.lineno
        if offset is not None:
            assert e.offset == offset, e.offset
    else:
        raise AssertionError("no error")


check(IndentationError, "if 1:\npass", "expected an indented block after 'if' statement on line 1", 2)
check(IndentationError, "def f():\n", "expected an indented block after function definition on line 1", 1)
check(IndentationError, "class C:\nx=1", "expected an indented block after class definition on line 1", 2)
check(IndentationError, "for i in x:\ny", "expected an indented block after 'for' statement on line 1", 2)
check(IndentationError, "while 1:\ny", "expected an indented block after 'while' statement on line 1", 2)
check(IndentationError, "try:\ny", "expected an indented block after 'try' statement on line 1", 2)
check(IndentationError, "try:\n y\nexcept:\nz", "expected an indented block after 'except' statement on line 3", 4)
check(IndentationError, "with a:\ny", "expected an indented block after 'with' statement on line 1", 2)
check(IndentationError, " x = 1", "unexpected indent", 1)
check(IndentationError, "x = 1\n  y = 2", "unexpected indent", 2)
check(IndentationError, "if 1:\n    x\n  y", "unindent does not match any outer indentation level", 3)
check(TabError, "if 1:\n        x\n\ty", "inconsistent use of tabs and spaces in indentation", 3)
