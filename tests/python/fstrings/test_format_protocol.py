"""Formatting calls `__format__` with the evaluated spec."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


calls = []


class F:
    def __format__(self, spec):
        calls.append(spec)
        return "<" + spec + ">"


f = F()
w = 7
assert f"{f}{f:a}{f:{w}}{f:{w}x{w}}{f: }" == "<><a><7><7x7>< >"
assert calls == ["", "a", "7", "7x7", " "]


class Bad:
    def __format__(self, spec):
        return 5


raises(TypeError, "__format__ must return a str, not int", lambda: f"{Bad()}")
raises(TypeError, "unsupported format string passed to list.__format__", lambda: f"{[]:5}")
raises(TypeError, "unsupported format string passed to NoneType.__format__", lambda: f"{None:>5}")
raises(ValueError, "Unknown format code 'd' for object of type 'str'", lambda: f"{'a':d}")
raises(ValueError, "Unknown format code 's' for object of type 'int'", lambda: f"{5:s}")
raises(ValueError, "Invalid format specifier", lambda: f"{5:abc}")
assert f"{None!s:>6}" == "  None"
assert f"{[1]!r:^7}" == "  [1]  "


class Sub(str):
    pass


assert type(f"{Sub('x')}") is str


def order():
    log = []

    def e(v):
        log.append(v)
        return v

    f"{e(1)}{e(2):{e(3)}}{e(4)}"
    return log


assert order() == [1, 2, 3, 4]
