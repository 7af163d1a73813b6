"""hex and fromhex, exactly."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert (1.0).hex() == "0x1.0000000000000p+0"
assert (0.1).hex() == "0x1.999999999999ap-4"
assert (0.0).hex() == "0x0.0p+0"
assert (-0.0).hex() == "-0x0.0p+0"
assert (5e-324).hex() == "0x0.0000000000001p-1022"
assert (1e308).hex() == "0x1.1ccf385ebc8a0p+1023"
assert float("inf").hex() == "inf"
assert float("-inf").hex() == "-inf"
assert float("nan").hex() == "nan"
assert float.fromhex("0x1.8p1") == 3.0
assert float.fromhex("1.8") == 1.5
assert float.fromhex(" -0x.8p0 ") == -0.5
assert float.fromhex("0x1p-1074") == 5e-324
assert float.fromhex("0x1p-1075") == 0.0
assert float.fromhex("inf") == float("inf")
assert float.fromhex("0x1.fffffffffffff7p0") == 1.9999999999999998
assert float.fromhex("0x1.fffffffffffff8p0") == 2.0
assert float.fromhex("ABC") == 2748.0
assert float.fromhex("0xA.p2") == 40.0
for x in (1 / 3, 1e-310, 2.0 ** 1023, -123.456):
    assert float.fromhex(x.hex()) == x
raises(ValueError, "invalid hexadecimal floating-point string", float.fromhex, "0xg")
raises(ValueError, "invalid hexadecimal floating-point string", float.fromhex, "")
raises(OverflowError, "hexadecimal value too large to represent as a float", float.fromhex, "0x1p1024")
raises(TypeError, "bad argument type for built-in operation", float.fromhex, 1)


class F(float):
    pass


assert type(F.fromhex("1")) is F
