"""Texts of bad calls of built-in functions."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


raises(TypeError, "len() takes exactly one argument (0 given)", len)
raises(TypeError, "len() takes exactly one argument (2 given)", len, [], [])
raises(TypeError, "ord() takes exactly one argument (0 given)", ord)
raises(TypeError, "isinstance expected 2 arguments, got 1", isinstance, 1)
raises(TypeError, "divmod expected 2 arguments, got 1", divmod, 1)
raises(TypeError, "getattr expected at least 2 arguments, got 1", getattr, 1)
raises(TypeError, "setattr expected 3 arguments, got 1", setattr, 1)
raises(TypeError, "globals() takes no arguments (1 given)", globals, 1)
raises(TypeError, "list expected at most 1 argument, got 2", list, 1, 2)
raises(TypeError, "tuple expected at most 1 argument, got 2", tuple, 1, 2)
raises(TypeError, "dict expected at most 1 argument, got 2", dict, 1, 2)
raises(TypeError, "set expected at most 1 argument, got 2", set, 1, 2)
raises(TypeError, "float expected at most 1 argument, got 2", float, 1, 2)
raises(TypeError, "bool expected at most 1 argument, got 2", bool, 1, 2)
raises(TypeError, "range expected at least 1 argument, got 0", range)
raises(TypeError, "range expected at most 3 arguments, got 4", range, 1, 2, 3, 4)
raises(TypeError, "list.append() takes exactly one argument (0 given)", [].append)
raises(TypeError, "insert expected 2 arguments, got 1", [].insert, 1)
raises(TypeError, "unbound method list.append() needs an argument", list.append)
raises(TypeError, "descriptor 'append' for 'list' objects doesn't apply to a 'tuple' object", list.append, (), 1)
raises(TypeError, "str.upper() takes no arguments (1 given)", "a".upper, 1)
raises(TypeError, "replace expected at least 2 arguments, got 1", "a".replace, "x")
raises(TypeError, "'int' object is not callable", lambda: (lambda v: v())(3))
raises(TypeError, "'str' object is not callable", lambda: (lambda v: v(1))("a"))
