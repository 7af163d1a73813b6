"""Exact decimal arithmetic."""

from decimal import Decimal as D, getcontext, localcontext


assert str(D("0.1") + D("0.2")) == "0.3"
assert D("1.10") + D("2") == D("3.10")
assert str(D("1.10") + D("2")) == "3.10"
assert str(D(1) / D(3)) == "0.3333333333333333333333333333"
assert D("1.0") == D("1") == 1
assert str(D("1E+5")) == "1E+5"
assert D("1e5") == 100000
assert repr(D("-0.00")) == "Decimal('-0.00')"
assert D(7) // D(2) == 3
assert D(-7) // 2 == -3
assert D(-7) % 3 == -1
assert divmod(D(7), 2) == (3, 1)
assert D(2) ** 10 == 1024
assert D("1.5") * 2 == D("3.0")
assert -D(1) == D(-1)
assert abs(D("-1.5")) == D("1.5")
assert D(2).sqrt() == D("1.414213562373095048801688724")
assert str(D("2").ln())[:10] == "0.69314718"
assert str(D(1).exp())[:6] == "2.7182"
assert D("2.675").quantize(D("0.01")) == D("2.68")
assert str(D("2.665").quantize(D("0.01"))) == "2.66"
assert round(D("2.5")) == 2
assert round(D("1.235"), 2) == D("1.24")
assert int(D("-2.9")) == -2
assert float(D("0.5")) == 0.5
assert D(0.1) == D("0.1000000000000000055511151231257827021181583404541015625")
assert str(D("1.20").normalize()) == "1.2"
assert D("NaN") != D("NaN")
assert D("Infinity") > 10 ** 100
assert D("-inf").is_infinite()
assert D("nan").is_nan()
assert D("1.23").as_tuple() == (0, (1, 2, 3), -2)
assert D((1, (1, 2), -1)) == D("-1.2")
assert D("12.5").as_integer_ratio() == (25, 2)
assert hash(D("1.0")) == hash(1)
with localcontext() as ctx:
    ctx.prec = 5
    assert str(D(1) / 3) == "0.33333"
    assert str(D("123456.789") + 0) == "1.2346E+5"
assert getcontext().prec == 28
assert format(D("1234567.891"), ",.2f") == "1,234,567.89"
assert f"{D('0.00001'):e}" == "1e-5"
assert format(D("5"), "08.2f") == "00005.00"
assert max(D(1), D(2)) == 2
assert sum([D("0.1")] * 10) == 1
assert D("3.14") < 4
assert D(5) in [5]
assert D("1.5") < 2.5
assert D("0.5") == 0.5
assert D("1").compare(D("2")) == -1
