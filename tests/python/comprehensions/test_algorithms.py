"""Small algorithms written as comprehensions."""

n = 30
sieve = [p for p in range(2, n) if all(p % d for d in range(2, int(p ** .5) + 1))]
assert sieve == [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
text = "the quick brown fox jumps over the lazy dog the end"
counts = {w: text.split().count(w) for w in set(text.split())}
assert counts["the"] == 3
assert counts["fox"] == 1
assert len(counts) == 9
inverted = {v: sorted(k for k in counts if counts[k] == v) for v in set(counts.values())}
assert inverted[3] == ["the"]
assert inverted[1][:3] == ["brown", "dog", "end"]
triples = [(a, b, c) for c in range(20) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]
assert triples == [(3, 4, 5), (6, 8, 10), (5, 12, 13), (9, 12, 15), (8, 15, 17)]


def quicksort(v):
    return v and quicksort([x for x in v[1:] if x < v[0]]) + [v[0]] + quicksort([x for x in v[1:] if x >= v[0]])


assert quicksort([3, 1, 2, 3, 0]) == [0, 1, 2, 3, 3]


def queens(k):
    return [[]] if k == 0 else [
        q + [c] for q in queens(k - 1) for c in range(6)
        if all(c != qc and abs(c - qc) != k - 1 - r for r, qc in enumerate(q))]


assert len(queens(6)) == 4
flat = {(i, j): i ^ j for i in range(4) for j in range(4)}
assert sum(flat.values()) == 24
assert [k for k, v in flat.items() if v == 3] == [(0, 3), (1, 2), (2, 1), (3, 0)]
