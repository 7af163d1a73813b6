"""Dynamic programming with dicts, lists and caches."""

from functools import lru_cache


def lcs(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + x if x == y else max(table[i][j + 1], table[i + 1][j], key=len)
    return table[-1][-1]


@lru_cache(None)
def edit(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(edit(a[1:], b) + 1, edit(a, b[1:]) + 1, edit(a[1:], b[1:]) + (a[0] != b[0]))


def coins(total, kinds):
    ways = [1] + [0] * total
    for k in kinds:
        for v in range(k, total + 1):
            ways[v] += ways[v - k]
    return ways[total]


def knapsack(items, room):
    best = {0: 0}
    for weight, value in items:
        for w, v in sorted(best.items(), reverse=True):
            if w + weight <= room and best.get(w + weight, -1) < v + value:
                best[w + weight] = v + value
    return max(best.values())


def partitions(n, largest=None, memo={}):
    largest = n if largest is None else largest
    if n == 0:
        return 1
    if (n, largest) not in memo:
        memo[n, largest] = sum(partitions(n - k, min(k, n - k)) for k in range(1, largest + 1))
    return memo[n, largest]


print(lcs("AGGTAB", "GXTXAYB"), edit("kitten", "sitting"), coins(100, (1, 5, 10, 25, 50)))
print(knapsack([(12, 4), (2, 2), (1, 1), (1, 2), (4, 10)], 15), partitions(50))
collatz = {1: 1}


def length(n):
    if n not in collatz:
        collatz[n] = 1 + length(n // 2 if n % 2 == 0 else 3 * n + 1)
    return collatz[n]


print(max(range(1, 3000), key=length), collatz[2919])
