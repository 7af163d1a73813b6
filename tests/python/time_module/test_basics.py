"""Clocks and calendar conversions."""

import time


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


a = time.perf_counter()
b = time.perf_counter()
assert b >= a
assert time.monotonic() <= time.monotonic()
assert time.time() > 1600000000
assert isinstance(time.time_ns(), int)
assert time.process_time() >= 0
start = time.monotonic()
time.sleep(0.01)
assert time.monotonic() - start >= 0.009
t = time.gmtime(0)
assert tuple(t) == (1970, 1, 1, 0, 0, 0, 3, 1, 0)
assert t.tm_year == 1970
assert t.tm_zone in ("UTC", "GMT")
assert time.strftime("%Y-%m-%d %H:%M:%S", t) == "1970-01-01 00:00:00"
assert time.asctime(t) == "Thu Jan  1 00:00:00 1970"
assert time.strptime("2024-02-29", "%Y-%m-%d")[:3] == (2024, 2, 29)
assert time.strptime("29 Feb 24 13:05", "%d %b %y %H:%M").tm_hour == 13
assert time.gmtime(951782400)[:3] == (2000, 2, 29)
assert repr(t).startswith("time.struct_time(tm_year=1970, tm_mon=1,")
import calendar

assert calendar.timegm((2024, 1, 1, 0, 0, 0)) == 1704067200
assert calendar.isleap(2000)
assert not calendar.isleap(1900)
assert calendar.monthrange(2024, 2) == (3, 29)
assert calendar.weekday(2024, 2, 29) == 3
raises(ValueError, "sleep length must be non-negative", time.sleep, -1)
raises(ValueError, "time data 'x' does not match format '%Y'", time.strptime, "x", "%Y")
raises(TypeError, "time.struct_time() takes an at least 9-sequence (1-sequence given)", time.struct_time, (1,))
raises(TypeError, "Tuple or struct_time argument required", time.strftime, "%Y", 5)
s = time.struct_time(range(1, 10))
assert s.tm_mon == 2
assert s[:3] == (1, 2, 3)
assert s == tuple(range(1, 10))
