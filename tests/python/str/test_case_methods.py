"""Case conversions, with the special cases of Unicode."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert "Hello".upper() == "HELLO"
assert "Hello".lower() == "hello"
assert "hello world".title() == "Hello World"
assert "hELLO wORLD".capitalize() == "Hello world"
assert "Hello".swapcase() == "hELLO"
assert "ß".upper() == "SS"
assert "ß".casefold() == "ss"
assert "ŉ".upper() == "ʼN"
assert "ﬁ".upper() == "FI"
assert "ﬁ".title() == "Fi"
assert "ǆ".title() == "ǅ"
assert "ǅ".lower() == "ǆ"
assert "İ".lower() == "i̇"
assert "ı".upper() == "I"
assert "ΑΣ".lower() == "ας"
assert "ΑΣΑ".lower() == "ασα"
assert "Σ".lower() == "σ"
assert "they're bill's".title() == "They'Re Bill'S"
assert "x1y".title() == "X1Y"
assert "ÀÉ".swapcase() == "àé"
assert "MASSE".casefold() == "Maße".casefold()
assert "ΣΊΣΥΦΟΣ".casefold() == "σίσυφοσ"
assert "".upper() == ""
assert "123".upper() == "123"
assert "𐐨".upper() == "𐐀"
assert "ꭰ".upper() == "Ꭰ"
assert "Ꭰ".casefold() == "Ꭰ"
assert "ﬀ".capitalize() == "Ff"
assert "ŉx".capitalize() == "ʼNx"
assert "ǆ".capitalize() == "ǅ"
raises(TypeError, "str.upper() takes no arguments (1 given)", "a".upper, 1)
