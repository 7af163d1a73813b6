"""A failing assert carries its message as the argument."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


try:
    assert False
except AssertionError as e:
    assert e.args == ()
    assert str(e) == ""
try:
    assert 1 == 2, "message"
except AssertionError as e:
    assert e.args == ("message",)
try:
    assert [], {"k": 1}
except AssertionError as e:
    assert e.args == ({"k": 1},)
evaluated = []
assert True, evaluated.append(1)
assert evaluated == []
saved = AssertionError
AssertionError = KeyError
try:
    assert 0
except saved:
    pass
finally:
    del AssertionError
assert __debug__ is True
raises(SyntaxError, "cannot assign to __debug__ (<string>, line 1)", exec, "__debug__ = 1")
