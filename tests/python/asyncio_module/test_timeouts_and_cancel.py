"""Cancellation, wait_for, shield and wait."""

import asyncio

log = []


async def sleeper(name="s"):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        log.append("cancelled " + name)
        raise
    finally:
        log.append("finally " + name)


async def main():
    t = asyncio.create_task(sleeper("a"))
    await asyncio.sleep(0)
    assert t.cancel() is True
    try:
        await t
    except asyncio.CancelledError:
        log.append("seen")
    assert t.cancelled()
    assert t.done()
    assert t.cancel() is False
    try:
        await asyncio.wait_for(sleeper("b"), 0.01)
    except asyncio.TimeoutError:
        log.append("timeout")
    assert await asyncio.wait_for(quick(), 5) == "quick"
    done, pending = await asyncio.wait([asyncio.create_task(quick()), asyncio.create_task(sleeper("c"))], return_when=asyncio.FIRST_COMPLETED)
    assert [d.result() for d in done] == ["quick"]
    assert len(pending) == 1
    for p in pending:
        p.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    inner = asyncio.create_task(slow())
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.001)
    except asyncio.TimeoutError:
        pass
    assert not inner.cancelled()
    assert await inner == "slow"


async def quick():
    return "quick"


async def slow():
    await asyncio.sleep(0.02)
    return "slow"


asyncio.run(main())
assert log == ["cancelled a", "finally a", "seen", "cancelled b", "finally b", "timeout", "cancelled c", "finally c"], log


async def swallow():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        return "survived"


async def second():
    t = asyncio.create_task(swallow())
    await asyncio.sleep(0)
    t.cancel("why")
    return await t


assert asyncio.run(second()) == "survived"
