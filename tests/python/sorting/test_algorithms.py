"""Many shapes of input sort correctly."""


def lcg(n, seed=1):
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2 ** 31
        yield seed


for n in (0, 1, 2, 3, 31, 32, 33, 63, 64, 65, 100, 500, 1000):
    data = list(lcg(n))
    result = sorted(data)
    assert all(a <= b for a, b in zip(result, result[1:]))
    assert len(result) == n
    assert sum(result) == sum(data)
    assert sorted(result) == result
    assert sorted(result[::-1]) == result
    assert sorted(data, reverse=True) == result[::-1]
    runs = result[: n // 2] + result[n // 3:]
    assert sorted(runs) == sorted(runs[::-1])
    assert sorted([x % 5 for x in data]) == [v for v in range(5) for x in data if x % 5 == v]
    assert sorted(data, key=lambda x: -x) == result[::-1]
floats = [x / 7.0 for x in lcg(200)]
assert sorted(floats)[0] == min(floats)
assert sorted(floats)[-1] == max(floats)
strings = [str(x) for x in lcg(200)]
assert sorted(strings) == [s for s in sorted(strings, key=lambda s: s)]
assert sorted(strings)[0] == min(strings)
tuples = [(x % 10, str(x)) for x in lcg(200)]
assert sorted(tuples)[0] == min(tuples)
mixed = [x if x % 2 else float(x) for x in lcg(100)]
assert sorted(mixed) == sorted(mixed[::-1])
assert sorted([2 ** 70, -2 ** 70, 0, 2 ** 63]) == [-2 ** 70, 0, 2 ** 63, 2 ** 70]
