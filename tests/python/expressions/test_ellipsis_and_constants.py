"""Singletons and names that cannot be assigned."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert ... is Ellipsis
assert type(...) is type(Ellipsis)
assert bool(...)
assert bool(NotImplementedError)
assert None is None
assert str(None) == "None"
for name in ("None", "True", "False"):
    raises(SyntaxError, "cannot assign to %s (<string>, line 1)" % name, exec, name + " = 1")
    raises(SyntaxError, "cannot delete %s (<string>, line 1)" % name, exec, "del " + name)
raises(SyntaxError, "cannot assign to ellipsis here. Maybe you meant '==' instead of '='? (<string>, line 1)", exec, "... = 1")
raises(SyntaxError, "invalid syntax (<string>, line 1)", exec, "def None(): pass")
raises(SyntaxError, "cannot assign to __debug__ (<string>, line 1)", exec, "def f(__debug__): pass")
Ellipsis = 5
assert Ellipsis == 5
assert ... is not Ellipsis
del Ellipsis
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    assert bool(NotImplemented) is True
assert [w.category for w in caught] == [DeprecationWarning]
assert str(caught[0].message) == "NotImplemented should not be used in a boolean context"
