"""The int constructor: strings, bases, dunder methods and errors."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert int() == 0
assert int("  42\n") == 42
assert int("-0x1F", 16) == -31
assert int("0b101", 0) == 5
assert int("0o17", 0) == 15
assert int("z", 36) == 35
assert int("1_000") == 1000
assert int("+5") == 5
assert int(" -7 ") == -7
assert int("00012") == 12
assert int(3.99) == 3
assert int(-3.99) == -3
assert int(True) == 1
assert int(b"12") == 12
assert int(bytearray(b"7")) == 7
assert int("٣٤") == 34
assert int("１２") == 12
assert int(1e20) == 100000000000000000000
assert int("0", 0) == 0
assert int("00", 0) == 0
assert int("f" * 40, 16) == (1 << 160) - 1
for text, base in [("", 10), ("a", 10), ("1.5", 10), ("1__0", 10), ("_1", 10), ("1_", 10), ("2", 2), ("012", 0),
                   ("0x", 16), ("- 1", 10), ("1 2", 10)]:
    raises(ValueError, "invalid literal for int() with base %d: %r" % (base, text), int, text, base)
raises(ValueError, "invalid literal for int() with base 10: b'x'", int, b"x")
raises(ValueError, "int() base must be >= 2 and <= 36, or 0", int, "1", 1)
raises(ValueError, "int() base must be >= 2 and <= 36, or 0", int, "1", 37)
raises(TypeError, "int() can't convert non-string with explicit base", int, 5, 10)
raises(TypeError, "int() argument must be a string, a bytes-like object or a real number, not 'list'", int, [])
raises(TypeError, "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'", int, None)
raises(TypeError, "int() missing string argument", lambda: int(base=10))
raises(TypeError, "'str' object cannot be interpreted as an integer", int, "1", "2")


class I:
    def __int__(self):
        return 7


class X:
    def __index__(self):
        return 8


class T:
    def __trunc__(self):
        return 9


class Bad:
    def __int__(self):
        return "x"


assert int(I()) == 7
assert int(X()) == 8
assert int(T()) == 9
assert int("11", X()) == 9
raises(TypeError, "__int__ returned non-int (type str)", int, Bad())
