"""Continuations, semicolons, comments, blank lines and odd layouts."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


x = 1 + \
    2
assert x == 3; y = 4; assert y == 4
z = [
    1,  # one

    # a comment
    2,
]
assert z == [1, 2]
if x: y = 5; z = 6
assert (y, z) == (5, 6)
if not x: pass
elif x == 3: y = 7
else: pass
assert y == 7
for i in range(2): w = i; x += i
assert (w, x) == (1, 4)


def one(): return 1
class Two: a = 1; b = 2


assert one() == 1
assert Two.b == 2
if True:
    
    # odd comment
	
    t = 1
        # deeper comment

    t = 2
assert t == 2
ns = {}
exec("if 1:\n\ta = 1\n\tb = 2\nc = 3", ns)
assert (ns["a"], ns["b"], ns["c"]) == (1, 2, 3)
exec("a = 10\r\nb = 20\rc = 30\n\x0cd = 40", ns)
assert (ns["a"], ns["b"], ns["c"], ns["d"]) == (10, 20, 30, 40)
exec("\n\n   \n# only comments\n", {})
exec("", {})
exec("e = 5 # no newline at the end", ns)
assert ns["e"] == 5
raises(SyntaxError, "unexpected character after line continuation character (<string>, line 1)", exec, "x = 1 \\ 2")
raises(SyntaxError, "unexpected EOF while parsing (<string>, line 1)", exec, "x = 1 + \\")
raises(SyntaxError, "invalid syntax (<string>, line 1)", exec, "x = 1; ; y = 2")
