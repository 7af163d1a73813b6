"""Large strings: building, searching and replacing."""

s = "abc" * 10000
assert len(s) == 30000
assert s.count("abc") == 10000
assert s.find("cab", 15000) == 15002
assert s.replace("b", "") == "ac" * 10000
assert s[::3] == "a" * 10000
assert s.rfind("a") == 29997
parts = s.split("b")
assert len(parts) == 10001
assert "b".join(parts) == s
assert s.upper().lower() == s
assert hash(s) == hash("abc" * 10000)
assert s == s[:15000] + s[15000:]
u = "é漢\U0001F600" * 1000
assert len(u) == 3000
assert u[2999] == "\U0001F600"
assert u.encode().decode() == u
assert u[1::3] == "漢" * 1000
assert u.find("\U0001F600é") == 2
assert u[-3:] == "é漢\U0001F600"
assert u[::-1][0] == "\U0001F600"
needle = "a" * 500 + "b"
hay = "a" * 5000 + "b"
assert hay.find(needle) == 4500
assert needle in hay
assert hay.count("aa") == 2500
assert hay.strip("a") == "b"
assert hay.index("b") == 5000
acc = []
for i in range(2000):
    acc.append(chr(97 + i % 26))
joined = "".join(acc)
assert joined[:28] == "abcdefghijklmnopqrstuvwxyzab"
assert joined.translate({97: None}).count("a") == 0
assert len(joined.splitlines()) == 1
lines = "\n".join(str(i) for i in range(1000))
assert sum(int(l) for l in lines.splitlines()) == 499500
assert max(lines.split(), key=int) == "999"
assert lines.partition("\n500\n")[2].startswith("501")
