"""Coroutines by send in a chain."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def coroutine(f):
    def start(*args):
        g = f(*args)
        next(g)
        return g
    return start


@coroutine
def collect(out):
    while True:
        out.append((yield))


@coroutine
def mapper(f, target):
    while True:
        target.send(f((yield)))


@coroutine
def broadcast(*targets):
    while True:
        item = yield
        for t in targets:
            t.send(item)


@coroutine
def batch(n, target):
    items = []
    try:
        while True:
            items.append((yield))
            if len(items) == n:
                target.send(tuple(items))
                items.clear()
    except GeneratorExit:
        if items:
            target.send(tuple(items))


squares, pairs = [], []
b = batch(2, collect(pairs))
head = broadcast(mapper(lambda x: x * x, collect(squares)), b)
for i in range(5):
    head.send(i)
b.close()
assert squares == [0, 1, 4, 9, 16]
assert pairs == [(0, 1), (2, 3), (4,)]


@coroutine
def stateful():
    total, reply = 0, None
    while True:
        command, value = yield reply
        match command:
            case "add":
                total += value
                reply = total
            case "reset":
                reply, total = total, 0


s = stateful()
assert s.send(("add", 5)) == 5
assert s.send(("add", 2)) == 7
assert s.send(("reset", None)) == 7
assert s.send(("add", 1)) == 1
raises(TypeError, "cannot unpack non-iterable int object", s.send, 5)
raises(StopIteration, "", s.send, ("add", 1))
