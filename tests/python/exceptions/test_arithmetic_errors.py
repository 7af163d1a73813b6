"""Messages of arithmetic errors."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


raises(ZeroDivisionError, "division by zero", lambda: 1 / 0)
raises(ZeroDivisionError, "integer division or modulo by zero", lambda: 1 // 0)
raises(ZeroDivisionError, "integer division or modulo by zero", lambda: 1 % 0)
raises(ZeroDivisionError, "integer division or modulo by zero", divmod, 1, 0)
raises(ZeroDivisionError, "float division by zero", lambda: 1.0 / 0)
raises(ZeroDivisionError, "float floor division by zero", lambda: 1.0 // 0)
raises(ZeroDivisionError, "float modulo", lambda: 1.0 % 0)
raises(ZeroDivisionError, "float divmod()", divmod, 1.0, 0)
raises(ZeroDivisionError, "complex division by zero", lambda: 1j / 0)
raises(ZeroDivisionError, "0.0 cannot be raised to a negative power", lambda: 0 ** -1)
raises(ZeroDivisionError, "0.0 cannot be raised to a negative power", lambda: 0.0 ** -1)
raises(ZeroDivisionError, "0.0 to a negative or complex power", lambda: 0j ** -1)
raises(OverflowError, "(34, 'Numerical result out of range')", lambda: 1e300 ** 2)
raises(OverflowError, "int too large to convert to float", float, 10 ** 400)
raises(OverflowError, "integer division result too large for a float", lambda: 10 ** 400 / 3)
raises(OverflowError, "cannot convert float infinity to integer", int, float("inf"))
raises(ValueError, "cannot convert float NaN to integer", int, float("nan"))
raises(ValueError, "negative shift count", lambda: 1 << -1)
raises(ValueError, "negative shift count", lambda: 1 >> -1)
raises(ValueError, "pow() 3rd argument cannot be 0", pow, 2, 3, 0)
raises(ValueError, "base is not invertible for the given modulus", pow, 2, -1, 4)
raises(TypeError, "pow() 3rd argument not allowed unless all arguments are integers", pow, 2.0, 3, 5)
raises(OverflowError, "Python int too large to convert to C ssize_t",
       len, range(10 ** 30))
