"""Game of life on sets, and a queue simulation."""

from collections import deque
from itertools import product


def step(cells):
    neighbours = {}
    for x, y in cells:
        for dx, dy in product((-1, 0, 1), repeat=2):
            if dx or dy:
                key = x + dx, y + dy
                neighbours[key] = neighbours.get(key, 0) + 1
    return {c for c, n in neighbours.items() if n == 3 or n == 2 and c in cells}


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
g = glider
for _ in range(4):
    g = step(g)
assert g == {(x + 1, y + 1) for x, y in glider}
blinker = {(0, 0), (1, 0), (2, 0)}
assert step(blinker) == {(1, -1), (1, 0), (1, 1)}
assert step(step(blinker)) == blinker
for y in range(4):
    print("".join("#" if (x, y) in glider else "." for x in range(4)))
queue, log, clock = deque([("a", 3), ("b", 1), ("c", 2)]), [], 0
while queue:
    name, left = queue.popleft()
    clock += 1
    if left > 1:
        queue.append((name, left - 1))
    else:
        log.append((name, clock))
print(log)
