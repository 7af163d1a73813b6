"""Insertion order through every kind of update."""

d = dict.fromkeys("abc", 0)
d["b"] = 1
d.update(z=1, a=2)
assert list(d.items()) == [("a", 2), ("b", 1), ("c", 0), ("z", 1)]
d.pop("a")
d["a"] = 9
assert list(d) == ["b", "c", "z", "a"]
assert list(reversed(d.values())) == [9, 1, 0, 1]
e = {**d, "c": 5, "new": 6}
assert list(e) == ["b", "c", "z", "a", "new"]
assert e["c"] == 5
f = {k: d[k] for k in sorted(d)}
assert list(f) == ["a", "b", "c", "z"]
assert f == d
assert list(f | {"b": 0, "q": 1}) == ["a", "b", "c", "z", "q"]
f.setdefault("b", 7)
f.setdefault("n", 8)
assert list(f)[-1] == "n"
assert f.popitem() == ("n", 8)
assert str(f) == "{'a': 9, 'b': 1, 'c': 0, 'z': 1}"
