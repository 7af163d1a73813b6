"""date and its arithmetic."""

from datetime import MAXYEAR, date, timedelta


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


d = date(2024, 2, 29)
assert str(d) == d.isoformat() == "2024-02-29"
assert repr(d) == "datetime.date(2024, 2, 29)"
assert d.weekday() == 3
assert d.isoweekday() == 4
assert tuple(d.isocalendar()) == (2024, 9, 4)
assert d.toordinal() == 738945
assert date.fromordinal(1) == date(1, 1, 1)
assert date.fromordinal(d.toordinal()) == d
assert d + timedelta(1) == date(2024, 3, 1)
assert d - timedelta(days=60) == date(2023, 12, 31)
assert d - date(2024, 1, 1) == timedelta(59)
assert d.replace(day=1) == date(2024, 2, 1)
assert date.fromisoformat("2024-02-29") == d
assert date.fromisocalendar(2024, 9, 4) == d
assert d < date(2024, 3, 1)
assert d != date(2024, 2, 28)
assert hash(d) == hash(date(2024, 2, 29))
assert d.strftime("%d/%m/%y %j %a %B") == "29/02/24 060 Thu February"
assert f"{d:%Y}" == "2024"
assert f"{d}" == "2024-02-29"
assert d.ctime() == "Thu Feb 29 00:00:00 2024"
assert d.timetuple()[:3] == (2024, 2, 29)
assert date.min == date(1, 1, 1)
assert date.max == date(MAXYEAR, 12, 31)
assert date.resolution == timedelta(1)
assert bool(d)
raises(ValueError, "Invalid isoformat string: '2024-2-1'", date.fromisoformat, "2024-2-1")
raises(TypeError, "fromisoformat: argument must be str", date.fromisoformat, 5)


def kind(run):
    """What `run` raises; the wording differs between the fast and the plain module."""
    try:
        run()
    except Exception as error:
        return type(error)


assert kind(lambda: date(2023, 2, 29)) is ValueError
assert kind(lambda: date(2023, 13, 1)) is ValueError
assert kind(lambda: date(0, 1, 1)) is ValueError
assert kind(lambda: date.max + timedelta(1)) is OverflowError
assert kind(lambda: d + 1) is TypeError
assert kind(lambda: d < 1) is TypeError
