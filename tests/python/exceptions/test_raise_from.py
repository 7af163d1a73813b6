"""Explicit causes, and their suppression of the context."""


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
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise ValueError("v") from z
except ValueError as e:
    assert type(e.__cause__) is ZeroDivisionError
    assert e.__cause__ is e.__context__
    assert e.__suppress_context__
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("v") from None
except ValueError as e:
    assert e.__cause__ is None
    assert type(e.__context__) is ZeroDivisionError
    assert e.__suppress_context__
try:
    raise ValueError from KeyError
except ValueError as e:
    assert type(e.__cause__) is KeyError


def bad_cause():
    raise ValueError from 5


def set_cause(v):
    ValueError().__cause__ = v


def set_context(v):
    ValueError().__context__ = v


raises(TypeError, "exception causes must derive from BaseException", bad_cause)
raises(TypeError, "exception cause must be None or derive from BaseException", set_cause, 1)
raises(TypeError, "exception context must be None or derive from BaseException", set_context, 1)
e = ValueError()
e.__cause__ = KeyError()
assert e.__suppress_context__ is True
e.__suppress_context__ = False
assert e.__suppress_context__ is False
