"""Ways to build the same text."""

n = 500
a = ""
for i in range(n):
    a += str(i)
b = "".join([str(i) for i in range(n)])
c = "".join(map(str, range(n)))
d = "%d" * n % tuple(range(n))
e = ("{}" * n).format(*range(n))
import io

f = io.StringIO()
for i in range(n):
    f.write(str(i))
assert a == b == c == d == e == f.getvalue()
assert len(a) == 1390
assert hash(a) == hash(e)
table = "\n".join("\t".join(str(x * y) for x in range(1, 4)) for y in range(1, 4))
assert table == "1\t2\t3\n2\t4\t6\n3\t6\t9"
assert table.expandtabs(4).split("\n")[0] == "1   2   3"
