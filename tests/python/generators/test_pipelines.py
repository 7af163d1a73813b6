"""Generators composed into pipelines stay lazy."""

from itertools import count, islice

log = []


def source():
    for i in count():
        log.append(i)
        yield i


def squares(it):
    for x in it:
        yield x * x


def odd(it):
    return (x for x in it if x % 2)


assert list(islice(odd(squares(source())), 3)) == [1, 9, 25]
assert log == [0, 1, 2, 3, 4, 5]


def primes():
    composites = {}
    for n in count(2):
        if n not in composites:
            yield n
            composites[n * n] = [n]
        else:
            for p in composites.pop(n):
                composites.setdefault(n + p, []).append(p)


assert list(islice(primes(), 12)) == [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]


def permutations(items):
    if not items:
        yield ()
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (x,) + rest


assert ["".join(p) for p in permutations("abc")] == ["abc", "acb", "bac", "bca", "cab", "cba"]
