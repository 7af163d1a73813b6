"""Sieve, closure and cover computed with sets."""


def sieve(n):
    candidates = set(range(2, n))
    for i in range(2, int(n ** 0.5) + 1):
        candidates -= set(range(i * i, n, i))
    return sorted(candidates)


assert sieve(30) == [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
assert len(sieve(1000)) == 168
edges = {(1, 2), (2, 3), (3, 4), (5, 6)}
closure = set(edges)
while more := {(a, d) for a, b in closure for c, d in edges if b == c} - closure:
    closure |= more
assert closure == edges | {(1, 3), (2, 4), (1, 4)}
universe, subsets = set(range(10)), [{0, 1, 2}, {1, 3, 5, 7, 9}, {2, 4, 6, 8}, {0, 5, 8}]
cover, left = [], set(universe)
while left:
    best = max(subsets, key=lambda s: (len(s & left), -min(s)))
    cover.append(sorted(best))
    left -= best
assert cover == [[1, 3, 5, 7, 9], [2, 4, 6, 8], [0, 1, 2]]
assert {frozenset(p) for p in [(1, 2), (2, 1), (3, 3)]} == {frozenset({1, 2}), frozenset({3})}
assert len({tuple(sorted(w)) for w in ("abc", "cab", "xyz")}) == 2
assert set.union(*subsets) == universe
assert set.intersection(*subsets) == set()
assert set().union(*["ab", "bc"]) == {"a", "b", "c"}
visited, frontier = {0}, {0}
while frontier:
    frontier = {n for x in frontier for n in (x * 2 + 1, x + 3) if n < 40} - visited
    visited |= frontier
assert sorted(visited)[:6] == [0, 1, 3, 4, 6, 7]
