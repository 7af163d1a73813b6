"""Queues, locks, events, semaphores and futures."""

import asyncio


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


async def main():
    q = asyncio.Queue(maxsize=2)
    got = []

    async def producer():
        for i in range(5):
            await q.put(i)
        await q.put(None)

    async def consumer():
        while (x := await q.get()) is not None:
            got.append(x)
            q.task_done()

    await asyncio.gather(producer(), consumer())
    assert got == [0, 1, 2, 3, 4]
    assert q.empty()
    lock, order = asyncio.Lock(), []

    async def critical(n):
        async with lock:
            order.append("in%d" % n)
            await asyncio.sleep(0)
            order.append("out%d" % n)

    await asyncio.gather(critical(1), critical(2))
    assert order == ["in1", "out1", "in2", "out2"]
    assert not lock.locked()
    event = asyncio.Event()

    async def waiter():
        await event.wait()
        return "woken"

    t = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    event.set()
    assert await t == "woken"
    assert event.is_set()
    sem, running, peak = asyncio.Semaphore(2), 0, 0

    async def limited():
        nonlocal running, peak
        async with sem:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*[limited() for _ in range(6)])
    assert peak == 2
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    seen = []
    f.add_done_callback(lambda fut: seen.append(fut.result()))
    loop.call_soon(f.set_result, "future")
    assert await f == "future"
    assert f.done()
    await asyncio.sleep(0)
    assert seen == ["future"]
    try:
        f.set_result(1)
    except asyncio.InvalidStateError:
        order.append("invalid")
    assert order[-1] == "invalid"
    raises(asyncio.QueueEmpty, "", q.get_nowait)
    p = asyncio.PriorityQueue()
    for v in (3, 1, 2):
        p.put_nowait(v)
    assert [p.get_nowait() for _ in range(3)] == [1, 2, 3]
    return "end"


assert asyncio.run(main()) == "end"
