"""Sets, ranges, escapes and categories."""

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


assert re.findall(r"\d+", "a1b22٣") == ["1", "22٣"]
assert re.findall(r"(?a)\d", "1٣") == ["1"]
assert re.findall(r"\w", "aé_-1") == ["a", "é", "_", "1"]
assert re.findall(r"\s", "a b\tc\u2003") == [" ", "\t", "\u2003"]
assert re.findall(r"\D\W\S", "a-b") == ["a-b"]
assert re.findall("[a-c]", "abcd") == ["a", "b", "c"]
assert re.findall("[^a-c]", "abcd") == ["d"]
assert re.findall("[-a]", "-ab") == ["-", "a"]
assert re.findall("[]a]", "]a") == ["]", "a"]
assert re.findall(r"[\]\\]", r"]\ ") == ["]", "\\"]
assert re.findall("[^^]", "^a") == ["a"]
assert re.findall(r"[\d.]+", "1.5 x") == ["1.5"]
assert re.findall(r"[\w-]+", "a-b c") == ["a-b", "c"]
assert re.findall("[à-é]", "aàâéz") == ["à", "â", "é"]
assert re.findall("[\U0001F600-\U0001F64F]", "x\U0001F601") == ["\U0001F601"]
assert re.match(r"\x41\u0042\U00000043\103\t\.", "ABCC\t.")
assert re.match(r"\N{LATIN SMALL LETTER A}", "a")
assert re.findall(r"\bfoo\b", "foo foobar foo") == ["foo", "foo"]
assert re.findall(r"\Boo", "foo oo") == ["oo"]
assert re.findall(r"^a", "a\na", re.M) == ["a", "a"]
assert re.findall(r"a$", "a\na\n") == ["a"]
assert re.findall(r"a$", "a\na\n", re.M) == ["a", "a"]
assert re.findall(r"\Aa|a\Z", "aba") == ["a", "a"]
assert re.findall(".", "a\nb") == ["a", "b"]
assert re.findall("(?i)[a-z]+", "aBc") == ["aBc"]
assert re.findall("(?i)é", "É") == ["É"]
assert re.findall("(?i)ß", "ẞß") == ["ẞ", "ß"]
assert re.match("(?i)ſ", "S")
assert re.match("(?i)K", "\u212a")
assert not re.match("(?ia)k", "\u212a")
for pattern, message in [("[a", "unterminated character set at position 0"), ("[z-a]", "bad character range z-a at position 1"), (r"\q", r"bad escape \q at position 0"), (r"[\d-z]", r"bad character range \d-z at position 1"), ("\\", "bad escape (end of pattern) at position 0"), (r"\x1", r"incomplete escape \x1 at position 0"), (r"\N{NOPE}", "undefined character name 'NOPE' at position 0")]:
    raises(re.error, message, re.compile, pattern)
