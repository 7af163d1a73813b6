"""Async generator expressions and nested awaits."""


def drive(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


async def double(x):
    return x * 2


async def numbers(n):
    for i in range(n):
        yield i


async def main():
    g = (await double(x) for x in range(3))
    assert type(g).__name__ == "async_generator"
    a = [x async for x in g]
    b = [x async for x in (y + 1 async for y in numbers(3))]
    c = {x: await double(x) async for x in numbers(2)}
    d = {x async for x in numbers(4) if x % 2}
    e = [(x, y) async for x in numbers(2) for y in "ab"]
    return a, b, c, d, e


assert drive(main()) == ([0, 2, 4], [1, 2, 3], {0: 0, 1: 2}, {1, 3}, [(0, "a"), (0, "b"), (1, "a"), (1, "b")])


async def nested():
    return [[y async for y in numbers(x)] async for x in numbers(3)]


assert drive(nested()) == [[], [0], [0, 1]]
