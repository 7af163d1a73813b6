"""time objects and tzinfo subclasses."""

from datetime import datetime, time, timedelta, tzinfo


t = time(13, 5, 9, 7)
assert str(t) == "13:05:09.000007"
assert repr(t) == "datetime.time(13, 5, 9, 7)"
assert t.isoformat("seconds") == "13:05:09"
assert time.fromisoformat("13:05:09.000007") == t
assert time() == time(0, 0)
assert t.replace(hour=0) < t
assert repr(time(5)) == "datetime.time(5, 0)"
assert t.strftime("%H-%M") == "13-05"
assert bool(time())


class Zone(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=3)

    def dst(self, dt):
        return timedelta(hours=1)

    def tzname(self, dt):
        return "Z3"


z = Zone()
d = datetime(2024, 1, 1, 12, tzinfo=z)
assert d.utcoffset() == timedelta(hours=3)
assert d.dst() == timedelta(hours=1)
assert d.tzname() == "Z3"
assert str(d) == "2024-01-01 12:00:00+03:00"
assert d.utctimetuple().tm_hour == 9
assert time(1, tzinfo=z).isoformat() == "01:00:00+03:00"
assert d.timetz() == time(12, tzinfo=z)


class Bad(tzinfo):
    def utcoffset(self, dt):
        return 5


import pickle

for v in (t, d.replace(tzinfo=None), timedelta(1, 2, 3), d.date()):
    assert pickle.loads(pickle.dumps(v)) == v
assert max(time(1), time(2)) == time(2)
assert sorted([time(3), time(1)])[0].hour == 1
assert time(1, fold=1).fold == 1
assert repr(time(1, fold=1)) == "datetime.time(1, 0, fold=1)"
