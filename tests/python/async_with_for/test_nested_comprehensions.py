"""Async comprehensions mixed with await and conditions."""


def drive(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


async def ident(x):
    return x


async def agen(n):
    for i in range(n):
        yield i


async def main():
    a = [await ident(x) for x in range(3) if await ident(x % 2 == 0)]
    b = {await ident(k): v async for k, v in pairs()}
    c = [x + y for x in [1, 2] async for y in agen(2)]
    d = sum([x async for x in agen(5)]) + max([x async for x in agen(3)])
    e = [x async for x in agen(6) if x > 2 if x != 4]
    return a, b, c, d, e


async def pairs():
    yield "a", 1
    yield "b", 2


assert drive(main()) == ([0, 2], {"a": 1, "b": 2}, [1, 2, 2, 3], 12, [3, 5])
