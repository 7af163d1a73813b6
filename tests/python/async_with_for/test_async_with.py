"""`async with` awaits enter and exit."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def drive(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


log = []


class M:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        log.append("enter " + self.name)
        return self.name

    async def __aexit__(self, kind, value, tb):
        log.append("exit %s %s" % (self.name, kind and kind.__name__))
        return self.swallow


async def main():
    async with M("a") as a, M("b") as b:
        log.append(a + b)
    async with M("c", swallow=True):
        raise ValueError
    return "end"


assert drive(main()) == "end"
assert log == ["enter a", "enter b", "ab", "exit b None", "exit a None", "enter c", "exit c ValueError"]


async def use(m):
    async with m:
        pass


class Sync:
    def __enter__(self): pass
    def __exit__(self, *a): pass


class BadEnter:
    def __aenter__(self): return 5
    async def __aexit__(self, *a): pass


class BadExit:
    async def __aenter__(self): pass
    def __aexit__(self, *a): return 5


raises(AttributeError, "__aenter__", drive, use(Sync()))
raises(TypeError, "'async with' received an object from __aenter__ that does not implement __await__: int",
       drive, use(BadEnter()))
raises(TypeError, "'async with' received an object from __aexit__ that does not implement __await__: int",
       drive, use(BadExit()))


async def early():
    async with M("r"):
        return "returned"


log.clear()
assert drive(early()) == "returned"
assert log == ["enter r", "exit r None"]
