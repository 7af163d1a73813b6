"""Greedy and lazy repetition, bounds and backtracking."""

import re

assert re.match("a*", "aaa")[0] == "aaa"
assert re.match("a*?", "aaa")[0] == ""
assert re.match("a+?", "aaa")[0] == "a"
assert re.match("a??", "a")[0] == ""
assert re.match("a{2}", "aaa")[0] == "aa"
assert re.match("a{1,2}", "aaa")[0] == "aa"
assert re.match("a{1,2}?", "aaa")[0] == "a"
assert re.match("a{,2}", "aaa")[0] == "aa"
assert re.match("a{2,}", "aaa")[0] == "aaa"
assert re.match("a{,}b", "aab")[0] == "aab"
assert re.match("a{b", "a{b")[0] == "a{b"
assert re.match("<.*>", "<a><b>")[0] == "<a><b>"
assert re.match("<.*?>", "<a><b>")[0] == "<a>"
assert re.match("(a|ab)(c|bcd)(d*)", "abcd").groups() == ("a", "bcd", "")
assert re.match("(a+)+b", "aaab")[0] == "aaab"
assert re.match("(?:ab)+", "ababa")[0] == "abab"
assert re.match("(ab|a)*", "aabab")[0] == "aabab"
assert re.match("(a)*", "aaa").group(1) == "a"
assert re.match("(a|b)*?c", "abc").group(1) == "b"
assert re.match("(?:a?)*y", "y")[0] == "y"
assert re.match("(a*)*", "aa").group(1) == ""
assert re.match("(.*)c", "abcabc").group(1) == "abcab"
assert re.match("(.*?)c", "abcabc").group(1) == "ab"
assert re.fullmatch("a*?", "aaa")[0] == "aaa"
assert re.match(".{3}", "ab\nc") is None
assert re.match("(?s).{3}", "ab\nc")[0] == "ab\n"
assert re.match("x*y", "xxxy")[0] == "xxxy"
assert re.search("a{3,5}", "a" * 10)[0] == "aaaaa"
assert re.match("[ab]*?(b|$)", "aab")[0] == "aab"
assert len(re.match("(?:a|b|c)*", "abc" * 1000)[0]) == 3000
for pattern, message in [("*a", "nothing to repeat at position 0"), ("a**", "multiple repeat at position 2"), ("a{2,1}", "min repeat greater than max repeat at position 2"), ("(?:*)", "nothing to repeat at position 3"), ("a+*", "multiple repeat at position 2"), ("a{99999999999}", "the repetition number is too large")]:
    try:
        re.compile(pattern)
    except (re.error, OverflowError) as e:
        assert str(e) == message, str(e)
    else:
        raise AssertionError(pattern)
