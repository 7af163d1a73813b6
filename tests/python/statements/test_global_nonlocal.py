"""Declarations of global and nonlocal names."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


counter = 0


def bump():
    global counter, created
    counter += 1
    created = "yes"


bump()
bump()
assert counter == 2
assert created == "yes"


def outer():
    n = 0

    def inc():
        nonlocal n
        n += 1
        return n

    inc()
    inc()
    return n, inc


assert outer()[0] == 2


def shadow():
    global counter
    counter = "shadowed"

    def inner():
        counter = "local"
        return counter

    return inner(), counter


assert shadow() == ("local", "shadowed")
raises(SyntaxError, "no binding for nonlocal 'q' found (<string>, line 2)", exec, "def f():\n nonlocal q")
raises(SyntaxError, "nonlocal declaration not allowed at module level (<string>, line 1)", exec, "nonlocal q")
raises(SyntaxError, "name 'x' is used prior to global declaration (<string>, line 3)", exec,
       "def f():\n print(x)\n global x")
raises(SyntaxError, "name 'x' is assigned to before global declaration (<string>, line 3)", exec,
       "def f():\n x = 1\n global x")
raises(SyntaxError, "name 'x' is parameter and global (<string>, line 2)", exec, "def f(x):\n global x")
raises(SyntaxError, "name 'x' is nonlocal and global (<string>, line 4)", exec,
       "def g():\n x = 0\n def f():\n  global x\n  nonlocal x")
