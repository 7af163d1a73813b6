"""split, findall and finditer."""

import re

assert re.split(",", "a,b,,c") == ["a", "b", "", "c"]
assert re.split(r"\s*,\s*", "a , b,c") == ["a", "b", "c"]
assert re.split("(,)", "a,b") == ["a", ",", "b"]
assert re.split(",", "a,b,c", maxsplit=1) == ["a", "b,c"]
assert re.split("x", "abc") == ["abc"]
assert re.split("", "abc") == ["", "a", "b", "c", ""]
assert re.split(r"\b", "a b") == ["", "a", " ", "b", ""]
assert re.split("(a)|(b)", "xay") == ["x", "a", None, "y"]
assert re.findall("a", "banana") == ["a", "a", "a"]
assert re.findall("(a)(n)", "banana") == [("a", "n"), ("a", "n")]
assert re.findall("(a)n", "banana") == ["a", "a"]
assert re.findall("", "ab") == ["", "", ""]
assert re.findall("a*", "aab") == ["aa", "", ""]
assert re.findall("(x)?a", "axa") == ["", "x"]
assert [m.span() for m in re.finditer("a.", "abacad")] == [(0, 2), (2, 4), (4, 6)]
assert [m.group() for m in re.finditer(r"\w+", "the cat")] == ["the", "cat"]
assert list(re.compile("b").finditer("abab", 2))[0].start() == 3
tokens = re.compile(r"(?P<num>\d+(?:\.\d*)?)|(?P<id>[A-Za-z_]\w*)|(?P<op>[-+*/()=])|(?P<ws>\s+)|(?P<bad>.)")
assert [(m.lastgroup, m[0]) for m in tokens.finditer("x = 3.5*y1$") if m.lastgroup != "ws"] == [("id", "x"), ("op", "="), ("num", "3.5"), ("op", "*"), ("id", "y1"), ("bad", "$")]
s = re.compile("a").scanner("aab")
assert s.search().start() == 0
assert s.search().start() == 1
assert s.search() is None
scan = re.Scanner([(r"\d+", lambda sc, t: int(t)), (r"\w+", lambda sc, t: t), (r"\s+", None)])
assert scan.scan("12 ab 3!") == ([12, "ab", 3], "!")
