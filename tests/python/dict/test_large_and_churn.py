"""Growth, deletion and reinsertion of many keys keep order and content."""

d = {}
for i in range(3000):
    d[i * 7919 % 10007] = i
assert len(d) == 3000
assert list(d.values()) == list(range(3000))
for i in range(0, 3000, 2):
    del d[i * 7919 % 10007]
assert len(d) == 1500
assert list(d.values()) == list(range(1, 3000, 2))
for i in range(0, 3000, 2):
    d[i * 7919 % 10007] = -i
assert len(d) == 3000
assert list(d.values())[1500:1503] == [0, -2, -4]
assert d[2 * 7919 % 10007] == -2
q = {}
for i in range(2000):
    q[i] = i
    if i >= 3:
        del q[i - 3]
assert list(q) == [1997, 1998, 1999]
s = {}
for i in range(500):
    s["key%d" % i] = i
s[5] = "int"
s[2.5] = "float"
s[None] = "none"
assert s["key499"] == 499
assert s[5] == "int"
assert s[2.5] == "float"
assert s[None] == "none"
assert len(s) == 503
while len(s) > 1:
    s.popitem()
assert s == {"key0": 0}
mixed = {1: "a", "1": "b", 1.5: "c", (1,): "d", None: "e", b"1": "f", True: "g"}
assert mixed == {1: "g", "1": "b", 1.5: "c", (1,): "d", None: "e", b"1": "f"}
same = {k: 1 for k in [2 ** 61 - 1, 0, 2 * (2 ** 61 - 1)]}
assert len(same) == 3
assert same[0] == 1
