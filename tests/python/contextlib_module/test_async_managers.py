"""asynccontextmanager and AsyncExitStack."""

from contextlib import AsyncExitStack, aclosing, asynccontextmanager


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


@asynccontextmanager
async def tag(n):
    log.append("+" + n)
    try:
        yield n * 2
    except KeyError:
        log.append("caught")
    finally:
        log.append("-" + n)


async def main():
    async with tag("a") as v:
        log.append(v)
    async with tag("b"):
        raise KeyError
    async with AsyncExitStack() as stack:
        log.append(await stack.enter_async_context(tag("c")))
        stack.push_async_callback(callback, "cb")
        stack.callback(log.append, "sync")

    async def gen():
        try:
            yield 1
            yield 2
        finally:
            log.append("gen closed")

    async with aclosing(gen()) as g:
        async for x in g:
            break
    return "done"


async def callback(x):
    log.append(x)


assert drive(main()) == "done"
assert log == ["+a", "aa", "-a", "+b", "caught", "-b", "+c", "cc", "sync", "cb", "-c", "gen closed"], log


@asynccontextmanager
async def no_yield():
    return
    yield


async def bad():
    async with no_yield():
        pass


raises(RuntimeError, "generator didn't yield", drive, bad())
