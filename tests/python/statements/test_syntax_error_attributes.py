"""The fields of a SyntaxError point at the offending text."""


def fields(source):
    try:
        compile(source, "f.py", "exec")
    except SyntaxError as e:
        return e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset
    raise AssertionError("no error")


assert fields("x = 1 +\n") == ("invalid syntax", "f.py", 1, 8, "x = 1 +\n", 1, 8)
assert fields("a\nb c\n") == ("invalid syntax", "f.py", 2, 3, "b c\n", 2, 4)
assert fields("f() = 1\n") == (
    "cannot assign to function call here. Maybe you meant '==' instead of '='?", "f.py", 1, 1, "f() = 1\n", 1, 4)
assert fields("(1, 2\n")[:4] == ("'(' was never closed", "f.py", 1, 1)
assert fields("def f():\n  return = 1\n")[2:4] == (2, 10)
assert fields("x = 'abc\n")[2:4] == (1, 5)
assert fields("print 'a'\n")[2:] == (1, 1, "print 'a'\n", 1, 10)
e = SyntaxError("msg", ("file", 3, 4, "text", 5, 6))
assert (e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset) == ("msg", "file", 3, 4, "text", 5, 6)
assert str(e) == "msg (file, line 3)"
assert str(SyntaxError("only")) == "only"
assert SyntaxError("only").lineno is None
assert e.print_file_and_line is None
