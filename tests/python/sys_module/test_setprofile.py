"""sys.setprofile sees calls and returns, also of C functions."""

import sys


def work():
    return len("abc")


log = []


def profile(frame, event, arg):
    if event.startswith("c_"):
        log.append((event, arg.__name__))
    else:
        log.append((event, frame.f_code.co_name))


sys.setprofile(profile)
work()
sys.setprofile(None)
assert log[:4] == [("call", "work"), ("c_call", "len"), ("c_return", "len"), ("return", "work")], log
assert sys.getprofile() is None


def bad():
    try:
        int("x")
        [].pop()
    except (ValueError, IndexError):
        pass


log.clear()
sys.setprofile(profile)
bad()
sys.setprofile(None)
assert ("call", "bad") == log[0]
assert ("return", "bad") in log
log.clear()


def gen():
    yield 1


sys.setprofile(profile)
list(gen())
sys.setprofile(None)
assert [e for e in log if e[1] == "gen"] == [("call", "gen"), ("return", "gen"), ("call", "gen"), ("return", "gen")]
