"""Values survive a round trip; files work."""

import io
import json

values = [None, True, 0, -1, 2 ** 70, 1.5, 1e-10, "", "text \u2028 \U0001F600 \ud800", [], [[], {}], {"a": {"b": [1, 2, {"c": None}]}}, {"": ""}, list(range(100)), "\\\"/\b\f"]
for v in values:
    for kw in ({}, {"indent": 1}, {"ensure_ascii": False}, {"separators": (",", ":")}, {"sort_keys": True}):
        assert json.loads(json.dumps(v, **kw)) == v
f = io.StringIO()
json.dump({"k": [1, 2]}, f)
assert f.getvalue() == '{"k": [1, 2]}'
f.seek(0)
assert json.load(f) == {"k": [1, 2]}
deep = []
for _ in range(100):
    deep = [deep]
assert json.loads(json.dumps(deep)) == deep
try:
    json.loads("[" * 100000)
except RecursionError as e:
    assert str(e).startswith("maximum recursion depth exceeded")
assert json.loads(json.dumps({"b": 1, "a": 2})) == {"b": 1, "a": 2}
assert list(json.loads('{"z":1,"a":2}')) == ["z", "a"]
