"""timedelta arithmetic and formatting."""

from datetime import timedelta


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


t = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6)
assert (t.days, t.seconds, t.microseconds) == (1, 7384, 5006)
assert str(t) == "1 day, 2:03:04.005006"
assert repr(t) == "datetime.timedelta(days=1, seconds=7384, microseconds=5006)"
assert t.total_seconds() == 93784.005006
assert str(timedelta(-1)) == "-1 day, 0:00:00"
assert str(timedelta(seconds=-1)) == "-1 day, 23:59:59"
assert repr(timedelta()) == "datetime.timedelta(0)"
assert timedelta(weeks=1) == timedelta(7)
assert timedelta(0.5) == timedelta(hours=12)
assert str(timedelta(100, 1)) == "100 days, 0:00:01"
h = timedelta(hours=1)
assert h * 2 == timedelta(hours=2)
assert 1.5 * h == timedelta(minutes=90)
assert h / 2 == timedelta(minutes=30)
assert h / timedelta(minutes=15) == 4.0
assert h // timedelta(minutes=25) == 2
assert h % timedelta(minutes=25) == timedelta(minutes=10)
assert divmod(h, timedelta(minutes=25)) == (2, timedelta(minutes=10))
assert h // 7 == timedelta(microseconds=514285714)
assert -h == timedelta(hours=-1)
assert abs(-h) == h
assert +h == h
assert h < t
assert not timedelta()
assert bool(h)
assert hash(h) == hash(timedelta(minutes=60))
assert sum([h, h], timedelta()) == timedelta(hours=2)
assert timedelta(microseconds=0.5) == timedelta(0)
assert timedelta(microseconds=1.5) == timedelta(microseconds=2)
raises(ZeroDivisionError, "integer division or modulo by zero", lambda: h // 0)


def kind(run):
    """What `run` raises; the wording differs between the fast and the plain module."""
    try:
        run()
    except Exception as error:
        return type(error)


assert kind(lambda: timedelta(10 ** 9)) is OverflowError
assert kind(lambda: timedelta("1")) is TypeError
assert kind(lambda: timedelta(1) + 1) is TypeError
assert kind(lambda: timedelta(1) > 1) is TypeError
