"""`del` removes names, items, slices and attributes."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


x = 1
del x
raises(NameError, "name 'x' is not defined", lambda: x)
lst = [0, 1, 2, 3, 4, 5]
del lst[0], lst[-1]
assert lst == [1, 2, 3, 4]
del lst[::2]
assert lst == [2, 4]
d = {"a": 1, "b": 2}
del d["a"]
assert d == {"b": 2}


class C:
    pass


c = C()
c.v = 1
del c.v
assert not hasattr(c, "v")
a, b = 1, 2
del (a, b)
assert "a" not in globals()


def local():
    v = 1
    del v
    return v


raises(UnboundLocalError, "local variable 'v' referenced before assignment", local)


def twice():
    v = 1
    del v
    del v


raises(UnboundLocalError, "local variable 'v' referenced before assignment", twice)
raises(NameError, "name 'nothing' is not defined", exec, "del nothing")
raises(SyntaxError, "cannot delete literal (<string>, line 1)", exec, "del 1")
raises(SyntaxError, "cannot delete function call (<string>, line 1)", exec, "del f()")
