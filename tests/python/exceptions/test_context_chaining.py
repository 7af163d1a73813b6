"""`__context__` links to what was being handled."""


def chain(e):
    out = []
    while e is not None:
        out.append((type(e).__name__, str(e)))
        e = e.__context__
    return out


try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("second")
except KeyError as e:
    assert chain(e) == [("KeyError", "'second'"), ("ZeroDivisionError", "division by zero")]
    assert e.__cause__ is None
    assert e.__suppress_context__ is False

try:
    try:
        raise ValueError("a")
    finally:
        raise TypeError("b")
except TypeError as e:
    assert chain(e) == [("TypeError", "b"), ("ValueError", "a")]

try:
    try:
        raise ValueError("1")
    except ValueError:
        try:
            raise KeyError("2")
        except KeyError:
            pass
        raise OSError("3")
except OSError as e:
    assert chain(e) == [("OSError", "3"), ("ValueError", "1")]

try:
    try:
        raise ValueError("same")
    except ValueError as e:
        raise e
except ValueError as e:
    assert e.__context__ is None

a, b = KeyError("a"), KeyError("b")
try:
    try:
        raise a
    except KeyError:
        try:
            raise b
        except KeyError:
            raise a
except KeyError as e:
    assert e is a
    assert e.__context__ is b
    assert b.__context__ is None
