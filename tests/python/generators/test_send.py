"""`send` gives the value of the yield expression."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def echo():
    received = []
    while True:
        value = yield list(received)
        if value == "stop":
            return received
        received.append(value)


g = echo()
assert next(g) == []
assert g.send(1) == [1]
assert next(g) == [1, None]
try:
    g.send("stop")
except StopIteration as e:
    assert e.value == [1, None]
raises(StopIteration, "", g.send, 5)
raises(TypeError, "can't send non-None value to a just-started generator", echo().send, 1)
assert echo().send(None) == []


def expression():
    x = (yield 1) + (yield 2)
    yield x
    y = yield
    yield [(yield "in list"), y]


g = expression()
assert next(g) == 1
assert g.send(10) == 2
assert g.send(20) == 30
assert next(g) is None
assert g.send("y") == "in list"
assert g.send("z") == ["z", "y"]


def averager():
    total, n, mean = 0, 0, None
    while True:
        total += yield mean
        n += 1
        mean = total / n


a = averager()
next(a)
assert [a.send(v) for v in (2, 4, 9)] == [2, 3, 5]
