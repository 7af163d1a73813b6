"""str, hex, oct, bin of integers."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert str(0) == "0"
assert str(-5) == "-5"
assert repr(10 ** 25) == "1" + "0" * 25
assert str(-10 ** 19) == "-1" + "0" * 19
assert hex(255) == "0xff"
assert hex(-255) == "-0xff"
assert oct(8) == "0o10"
assert oct(-8) == "-0o10"
assert bin(5) == "0b101"
assert bin(-5) == "-0b101"
assert bin(0) == "0b0"
assert hex(0) == "0x0"
assert hex(1 << 100) == "0x1" + "0" * 25
assert oct(1 << 99) == "0o1" + "0" * 33
assert bin(1 << 70) == "0b1" + "0" * 70
assert str(2 ** 200) == "1606938044258990275541962092341162602522202993782792835301376"
assert str(-(2 ** 64)) == "-18446744073709551616"
assert str(1 << 63) == "9223372036854775808"
for n in (0, 1, -1, 255, -256, 10 ** 18, -10 ** 40, 2 ** 333 - 1):
    assert int(str(n)) == n
    assert int(hex(n), 16) == n
    assert int(oct(n), 8) == n
    assert int(bin(n), 2) == n
    assert eval(repr(n)) == n


class X:
    def __index__(self):
        return 10


assert hex(X()) == "0xa"
assert bin(X()) == "0b1010"
raises(TypeError, "'float' object cannot be interpreted as an integer", hex, 1.5)
raises(TypeError, "'str' object cannot be interpreted as an integer", bin, "1")


class Sub(int):
    def __repr__(self):
        return "Sub!"


assert str(Sub(3)) == "Sub!"
assert format(Sub(3)) == "Sub!"
assert format(Sub(3), "d") == "3"
assert "%d" % Sub(3) == "3"
assert str(10 ** 1000).count("0") == 1000
assert len(str(7 ** 2000)) == 1691
