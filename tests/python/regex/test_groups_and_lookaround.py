"""Groups, backreferences, conditionals and lookaround."""

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


assert re.match(r"(a)(?:b)(?P<n>c)(?P=n)\1", "abcca")
assert re.match(r"(?P<q>['\"]).*?(?P=q)", "'a\"b'x")[0] == "'a\"b'"
assert re.match(r"(.)\1", "aa")
assert not re.match(r"(.)\1", "ab")
assert re.findall("a(?=b)", "abac") == ["a"]
assert re.findall("a(?!b).", "abac") == ["ac"]
assert re.findall("(?<=a)b", "abcb") == ["b"]
assert re.findall("(?<!a)b", "abcb") == ["b"]
assert re.search("(?<=a)b", "cb") is None
assert re.findall(r"\d(?=(\d{3})+$)", "1234567") == ["567", "567"]
assert re.match(r"(<)?(\w+)(?(1)>)$", "<a>")
assert re.match(r"(<)?(\w+)(?(1)>)$", "a")
assert not re.match(r"(<)?(\w+)(?(1)>)$", "<a")
assert re.match(r"(?P<o>\()?x(?(o)\)|!)", "x!")
assert re.match(r"(?x) a  b # comment" + "\n c", "abc")
assert re.match("a(?#comment)b", "ab")
assert re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", "1234567") == "1,234,567"
assert re.match("(?i:a)b", "Ab")
assert not re.match("(?i:a)b", "AB")
assert re.match("(?i)a(?-i:b)", "Ab")
assert not re.match("(?i)a(?-i:b)", "AB")
assert re.match("(?s:.)", "\n")
assert re.match("((a)(b(c)))", "abc").groups() == ("abc", "a", "bc", "c")
assert re.match("(a)(b)?", "a").groups() == ("a", None)
assert re.match("(?:(a)|b)*", "ab").group(1) == "a"
assert re.match("(a(b)?)+", "aba").groups() == ("a", "b")
for pattern, message in [("(a", "missing ), unterminated subpattern at position 0"), ("a)", "unbalanced parenthesis at position 1"), (r"\1", "invalid group reference 1 at position 1"), ("(?P<n>a)(?P<n>b)", "redefinition of group name 'n' as group 2; was group 1 at position 12"), ("(?P<1a>x)", "bad character in group name '1a' at position 4"), ("(?P=x)", "unknown group name 'x' at position 4"), ("(?<=a*)b", "look-behind requires fixed-width pattern"), ("(?z)", "unknown extension ?z at position 1"), ("(?(1)a|b|c)(x)", "conditional backref with more than two branches at position 8"), ("(?P<n", "missing >, unterminated name at position 4"), ("(?#a", "missing ), unterminated comment at position 0")]:
    raises(re.error, message, re.compile, pattern)
