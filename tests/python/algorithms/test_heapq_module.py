"""Heaps."""

import heapq


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


h = []
for v in (5, 1, 8, 3, 9, 2):
    heapq.heappush(h, v)
assert h[0] == 1
assert [heapq.heappop(h) for _ in range(6)] == [1, 2, 3, 5, 8, 9]
h = [9, 4, 7, 1]
heapq.heapify(h)
assert h[0] == 1
assert heapq.heapreplace(h, 0) == 1
assert heapq.heappushpop(h, -1) == -1
assert heapq.heappushpop(h, 5) == 0
assert sorted(h) == [4, 5, 7, 9]
data = [(i * 7919) % 101 for i in range(60)]
assert heapq.nsmallest(3, data) == sorted(data)[:3]
assert heapq.nlargest(4, data) == sorted(data, reverse=True)[:4]
assert heapq.nsmallest(2, ["bb", "a", "ccc"], key=len) == ["a", "bb"]
assert heapq.nlargest(0, data) == []
assert heapq.nsmallest(100, [2, 1]) == [1, 2]
assert list(heapq.merge([1, 4], [2, 3], [0, 9])) == [0, 1, 2, 3, 4, 9]
assert list(heapq.merge("ca", "b", key=lambda c: -ord(c))) == ["c", "b", "a"]
assert list(heapq.merge([3, 1], [2], reverse=True)) == [3, 2, 1]
raises(TypeError, "'<' not supported between instances of 'int' and 'str'", heapq.heapify, [1, "a"])


def dijkstra(graph, start):
    dist, queue = {start: 0}, [(0, start)]
    while queue:
        d, u = heapq.heappop(queue)
        for v, w in graph[u].items():
            if d + w < dist.get(v, 10 ** 9):
                dist[v] = d + w
                heapq.heappush(queue, (d + w, v))
    return dist


assert dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}, "a") == {"a": 0, "b": 4, "c": 3, "d": 6}
