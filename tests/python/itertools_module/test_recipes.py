"""Small recipes out of the parts."""

from collections import deque
from itertools import chain, combinations, count, groupby, islice, repeat, starmap, tee, zip_longest


def chunked(it, n):
    it = iter(it)
    while piece := list(islice(it, n)):
        yield piece


def window(it, n):
    it = iter(it)
    d = deque(islice(it, n), maxlen=n)
    yield tuple(d)
    for x in it:
        d.append(x)
        yield tuple(d)


def powerset(s):
    s = list(s)
    return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))


def round_robin(*iterables):
    missing = object()
    return [x for t in zip_longest(*iterables, fillvalue=missing) for x in t if x is not missing]


assert list(chunked(range(5), 2)) == [[0, 1], [2, 3], [4]]
assert list(window("abcd", 3)) == [("a", "b", "c"), ("b", "c", "d")]
assert len(list(powerset("abc"))) == 8
assert round_robin("abc", "d", "ef") == ["a", "d", "e", "b", "f", "c"]
assert "".join("%s%d" % (k, len(list(g))) for k, g in groupby("aaabccd")) == "a3b1c2d1"
evens, odds = tee(range(6))
assert list(zip(filter(lambda x: x % 2 == 0, evens), filter(lambda x: x % 2, odds))) == [(0, 1), (2, 3), (4, 5)]
assert list(islice((x for x in count() if x % 7 == 3), 3)) == [3, 10, 17]
assert sum(starmap(lambda a, b: a * b, zip(range(4), repeat(2)))) == 12
