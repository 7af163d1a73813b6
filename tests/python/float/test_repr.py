"""The shortest text that reads back as the same float."""

for text in ["0.1", "0.30000000000000004", "1e+16", "1e-05", "0.0001", "123456789.123", "5e-324", "1.7976931348623157e+308",
             "2.2250738585072014e-308", "1.0", "100.0", "1e+22", "1e+100", "-0.0", "3.141592653589793", "9007199254740992.0",
             "1.5e-07", "12345678901234.5", "0.001", "1234567890123456.8"]:
    assert repr(float(text)) == text, text
assert repr(0.1 + 0.2) == "0.30000000000000004"
assert repr(1e16) == "1e+16"
assert repr(1e15) == "1000000000000000.0"
assert str(1.0) == "1.0"
assert repr(1e22) == "1e+22"
assert repr(123456789012345680.0) == "1.2345678901234568e+17"
assert repr(float("inf")) == "inf"
assert repr(float("-inf")) == "-inf"
assert repr(float("nan")) == "nan"
assert repr(2 ** 0.5) == "1.4142135623730951"
assert repr(1 / 3) == "0.3333333333333333"
assert repr(2 / 3) == "0.6666666666666666"
assert repr(1e-7) == "1e-07"
assert repr(0.00001234) == "1.234e-05"
assert repr(5e-324 / 2) == "0.0"
assert repr(4.35) == "4.35"
assert repr(4.349999999999999) == "4.349999999999999"
assert repr(9.5367431640625e-07) == "9.5367431640625e-07"
for x in (0.1, 1 / 3, 1e300 / 7, 2 ** -1070, 123.456e-20):
    assert float(repr(x)) == x
