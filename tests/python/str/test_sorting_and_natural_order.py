"""Sorting strings by keys and locale-free rules."""

import re


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


names = ["item10", "item9", "Item1", "item2", "éclair", "zebra", "Äpfel", ""]
assert sorted(names) == ["", "Item1", "item10", "item2", "item9", "zebra", "Äpfel", "éclair"]
assert sorted(names, key=str.casefold)[1:3] == ["Item1", "item10"]


def natural(s):
    return [int(p) if p.isdigit() else p.lower() for p in re.split(r"(\d+)", s)]


assert sorted(names[:4], key=natural) == ["Item1", "item2", "item9", "item10"]
assert min(names, key=len) == ""
assert sorted("Hello", key=lambda c: (c.islower(), c)) == ["H", "e", "l", "l", "o"]
assert sorted(["b", "a"], reverse=True) == ["b", "a"]
assert "a" < "b" < "ba" < "bb"
assert max("zeta", "Zeta") == "zeta"
assert sorted({"x": 1, "a": 2}) == ["a", "x"]
anagrams = {}
for w in "listen silent enlist google elgoog".split():
    anagrams.setdefault("".join(sorted(w)), []).append(w)
assert list(anagrams.values()) == [["listen", "silent", "enlist"], ["google", "elgoog"]]
raises(TypeError, "'<' not supported between instances of 'int' and 'str'", lambda: sorted(["a", 1]))
