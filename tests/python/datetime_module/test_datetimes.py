"""datetime: construction, arithmetic, text and timestamps."""

from datetime import date, datetime, time, timedelta, timezone


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


d = datetime(2024, 1, 31, 13, 45, 30, 123456)
assert str(d) == "2024-01-31 13:45:30.123456"
assert d.isoformat() == "2024-01-31T13:45:30.123456"
assert repr(d) == "datetime.datetime(2024, 1, 31, 13, 45, 30, 123456)"
assert d.isoformat(" ", "minutes") == "2024-01-31 13:45"
assert repr(datetime(2024, 1, 1)) == "datetime.datetime(2024, 1, 1, 0, 0)"
assert d.date() == date(2024, 1, 31)
assert d.time() == time(13, 45, 30, 123456)
assert datetime.combine(date(2024, 1, 1), time(5)) == datetime(2024, 1, 1, 5)
assert d.replace(hour=0).hour == 0
assert d + timedelta(days=1) == datetime(2024, 2, 1, 13, 45, 30, 123456)
assert d - datetime(2024, 1, 31) == timedelta(seconds=49530, microseconds=123456)
assert datetime.fromisoformat("2024-01-31 13:45:30.123456") == d
assert datetime.fromisoformat("2024-01-31") == datetime(2024, 1, 31)
assert datetime.strptime("31/01/2024 13:45", "%d/%m/%Y %H:%M") == datetime(2024, 1, 31, 13, 45)
assert d.strftime("%I:%M %p %f %%") == "01:45 PM 123456 %"
u = timezone.utc
a = datetime(2024, 1, 1, tzinfo=u)
assert a.timestamp() == 1704067200.0
assert datetime.fromtimestamp(0, u) == datetime(1970, 1, 1, tzinfo=u)
assert datetime.utcfromtimestamp(86400) == datetime(1970, 1, 2)
assert a.isoformat() == "2024-01-01T00:00:00+00:00"
assert a.astimezone(timezone(timedelta(hours=2))).hour == 2
e = timezone(timedelta(hours=-5, minutes=-30), "EST")
assert datetime(2024, 1, 1, tzinfo=e) == datetime(2024, 1, 1, 5, 30, tzinfo=u)
assert str(e) == "EST"
assert repr(e) == "datetime.timezone(datetime.timedelta(days=-1, seconds=66600), 'EST')"
assert str(timezone(timedelta(hours=1))) == "UTC+01:00"
assert datetime(2024, 1, 1, tzinfo=e).strftime("%z %Z") == "-0530 EST"
assert datetime(2024, 1, 1) != a
assert d < datetime.max
assert d == datetime(2024, 1, 31, 13, 45, 30, 123456)
assert hash(a) == hash(datetime(2023, 12, 31, 18, 30, tzinfo=e))
assert d.weekday() == 2
assert d.timetuple().tm_yday == 31
raises(ValueError, "time data 'x' does not match format '%Y'", datetime.strptime, "x", "%Y")
raises(ValueError, "unconverted data remains: 5", datetime.strptime, "20245", "%Y")
raises(ValueError, "Invalid isoformat string: 'nope'", datetime.fromisoformat, "nope")


def kind(run):
    """What `run` raises; the wording differs between the fast and the plain module."""
    try:
        run()
    except Exception as error:
        return type(error)


assert kind(lambda: d < a) is TypeError
assert kind(lambda: d - a) is TypeError
assert kind(lambda: datetime(2024, 1, 1, 24)) is ValueError
assert kind(lambda: timezone(timedelta(1))) is ValueError
assert kind(lambda: datetime(2024, 1, 1, tzinfo=5)) is TypeError
