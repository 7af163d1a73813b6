"""Traps, rounding modes and invalid operations."""

import decimal
from decimal import Decimal as D


def kind(run):
    try:
        run()
    except decimal.DecimalException as e:
        return type(e).__name__
    raise AssertionError


assert kind(lambda: D(0) / 0) == "InvalidOperation"
assert kind(lambda: D(-1).sqrt()) == "InvalidOperation"
for mode, results in [("ROUND_UP", "3 -3 2"), ("ROUND_DOWN", "2 -2 1"), ("ROUND_CEILING", "3 -2 2"), ("ROUND_FLOOR", "2 -3 1"), ("ROUND_HALF_UP", "3 -3 1"), ("ROUND_HALF_DOWN", "2 -2 1"), ("ROUND_HALF_EVEN", "2 -2 1"), ("ROUND_05UP", "2 -2 1")]:
    assert " ".join(str(D(x).quantize(D(1), rounding=mode)) for x in ("2.5", "-2.5", "1.1")) == results, mode
with decimal.localcontext() as c:
    c.traps[decimal.DivisionByZero] = False
    assert D(1) / 0 == D("Infinity")
    assert c.flags[decimal.DivisionByZero]
    c.clear_flags()
    c.traps[decimal.Inexact] = True
    assert kind(lambda: D(1) / 3) == "Inexact"
    c.traps[decimal.FloatOperation] = True
    assert kind(lambda: D(1.5)) == "FloatOperation"
assert issubclass(decimal.DivisionByZero, ZeroDivisionError)
assert decimal.Context(prec=3).divide(D(2), D(3)) == D("0.667")
assert decimal.Context(prec=4).create_decimal("1.23456") == D("1.235")
assert kind(lambda: D("abc")) == "InvalidOperation"
assert kind(lambda: D(1) / 0) == "DivisionByZero"
