"""Everyday dict algorithms."""

words = "apple avocado banana blueberry cherry".split()
groups = {}
for w in words:
    groups.setdefault(w[0], []).append(w)
assert groups == {"a": ["apple", "avocado"], "b": ["banana", "blueberry"], "c": ["cherry"]}
assert {len(v): k for k, v in groups.items()} == {2: "b", 1: "c"}
inverse = {w: k for k, v in groups.items() for w in v}
assert inverse["banana"] == "b"
assert dict(sorted(inverse.items(), key=lambda kv: (-len(kv[0]), kv[0])))["apple"] == "a"
assert next(iter(groups)) == "a"
assert list(groups.items())[-1] == ("c", ["cherry"])
nested = {"a": {"b": {"c": 1}}}
assert nested["a"]["b"]["c"] == 1
assert nested.get("x", {}).get("y") is None
nested["a"]["b"]["d"] = 2
assert nested == {"a": {"b": {"c": 1, "d": 2}}}
counts = {}
for ch in "mississippi":
    counts[ch] = counts.get(ch, 0) + 1
assert counts == {"m": 1, "i": 4, "s": 4, "p": 2}
assert max(counts, key=counts.get) == "i"
assert sorted(counts, key=lambda k: (-counts[k], k)) == ["i", "s", "p", "m"]
assert sum(counts.values()) == 11
a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
assert {k: (a.get(k), b.get(k)) for k in a.keys() | b.keys()} == {"x": (1, None), "y": (2, 3), "z": (None, 4)}
assert {k: v for k, v in a.items() if k not in b} == {"x": 1}
assert a.items() ^ b.items() == {("x", 1), ("y", 2), ("y", 3), ("z", 4)}
table = {(x, y): x * y for x in range(3) for y in range(3)}
assert table[2, 2] == 4
assert len(table) == 9
assert all(table[x, y] == table[y, x] for x, y in table)
graph = {1: {2, 3}, 2: {4}, 3: {4}, 4: set()}
order, todo = [], [1]
while todo:
    n = todo.pop()
    if n not in order:
        order.append(n)
        todo.extend(sorted(graph[n], reverse=True))
assert order == [1, 2, 4, 3]
