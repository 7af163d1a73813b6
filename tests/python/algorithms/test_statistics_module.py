"""Statistics."""

import statistics as s
from decimal import Decimal
from fractions import Fraction


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


d = [1, 2, 2, 3, 4, 7, 9]
assert s.mean(d) == 4
assert s.median(d) == 3
assert s.mode(d) == 2
assert s.median([1, 2, 3, 4]) == 2.5
assert s.median_low([1, 2, 3, 4]) == 2
assert s.median_high([1, 2, 3, 4]) == 3
assert s.multimode("aabbc") == ["a", "b"]
assert s.fmean([1, 2, 4]) == 2.3333333333333335
assert s.median_grouped([1, 2, 2, 3]) == 2.0
assert s.pvariance([1, 2, 3, 4]) == 1.25
assert s.variance([1, 2, 3, 4]) == 1.6666666666666667
assert s.stdev([1, 2, 3, 4]) == 1.2909944487358056
assert s.pstdev([2, 2]) == 0.0
assert s.mean([Fraction(1, 2), Fraction(1, 3)]) == Fraction(5, 12)
assert s.mean([Decimal("0.5"), Decimal("0.75")]) == Decimal("0.625")
assert s.quantiles(range(1, 11), n=4) == [2.75, 5.5, 8.25]
assert round(s.geometric_mean([54, 24, 36]), 9) == 36.0
assert s.harmonic_mean([40, 60]) == 48.0
assert s.mean([0.1] * 10) == 0.1
assert s.covariance([1, 2, 3], [1, 5, 7]) == 3.0
assert round(s.correlation([1, 2, 3], [1, 5, 7]), 6) == 0.981981
assert s.linear_regression([1, 2, 3], [2, 4, 6]) == (2.0, 0.0)
n = s.NormalDist(100, 15)
assert round(n.cdf(115), 4) == 0.8413
assert n.mean == 100
assert round(n.inv_cdf(0.5), 9) == 100
assert n + 5 == s.NormalDist(105, 15)
assert repr(n) == "NormalDist(mu=100.0, sigma=15.0)"
assert n.zscore(130) == 2.0
raises(s.StatisticsError, "mean requires at least one data point", s.mean, [])
raises(s.StatisticsError, "no median for empty data", s.median, [])
raises(s.StatisticsError, "variance requires at least two data points", s.variance, [1])
raises(s.StatisticsError, "no mode for empty data", s.mode, [])
raises(TypeError, "can't convert type 'str' to numerator/denominator", s.mean, ["a"])
