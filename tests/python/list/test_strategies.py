"""Lists whose items change kind on the way."""

a = [1, 2, 3]
a.append(2 ** 70)
assert a[-1] == 2 ** 70
assert sum(a) == 6 + 2 ** 70
a.append(1.5)
a[0] = "s"
assert a == ["s", 2, 3, 2 ** 70, 1.5]
f = [1.0, 2.0]
f.append(3)
assert f == [1.0, 2.0, 3]
assert [type(x) for x in f] == [float, float, int]
s = ["a", "b"]
s += [b"c"]
s.insert(1, None)
assert s == ["a", None, "b", b"c"]
e = []
e.append(True)
e.append(1)
assert e[0] is True
assert e[1] is not True
assert repr(e) == "[True, 1]"
n = [0] * 5
n[2] = None
assert n == [0, 0, None, 0, 0]
r = list(range(5))
r[0] = "x"
assert r == ["x", 1, 2, 3, 4]
assert r + [1.5] == ["x", 1, 2, 3, 4, 1.5]
big = list(range(1000))
big[500] = big
assert big[500] is big
assert big.index(999) == 999
assert len(big) == 1000
z = [0.0, -0.0, float("nan")]
assert str(z) == "[0.0, -0.0, nan]"
assert z[2] in z
assert z.count(0) == 2
z.sort(key=str)
assert str(z) == "[-0.0, 0.0, nan]"
m = [1, 2, 3]
m[1:2] = ["two", 2.0]
m.remove("two")
assert m == [1, 2.0, 3]
assert m.pop(1) == 2.0
assert m == [1, 3]
m.extend([4, "five"])
m.reverse()
assert m == ["five", 4, 3, 1]
