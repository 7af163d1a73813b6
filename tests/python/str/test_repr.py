"""repr and ascii of strings."""

assert repr("a'b") == '"a\'b"'
assert repr('a"b') == "'a\"b'"
assert repr("a'\"b") == "'a\\'\"b'"
assert repr("\\") == "'\\\\'"
assert repr("\n\t\r\0\x7f\x1b") == "'\\n\\t\\r\\x00\\x7f\\x1b'"
assert repr("é漢\U0001F600") == "'é漢\U0001F600'"
assert repr("\x80\xa0\xad\u200b\u2028\ud800\ue000\uffff\U000e0001") == "'\\x80\\xa0\\xad\\u200b\\u2028\\ud800\\ue000\\uffff\\U000e0001'"
assert ascii("é漢\U0001F600") == "'\\xe9\\u6f22\\U0001f600'"
assert ascii("a") == "'a'"
assert repr("") == "''"
assert repr(["a", 'b"']) == "['a', 'b\"']"
assert repr({"k": "v'"}) == "{'k': \"v'\"}"
assert repr(b"a'b\xff\n") == "b\"a'b\\xff\\n\""
assert str(b"x") == "b'x'"
for s in ("", "a'b\"c", "\\n\n", "\x00\x01", "é\u2029", "\ud800"):
    assert eval(repr(s)) == s
    assert eval(ascii(s)) == s


class S(str):
    pass


assert repr(S("x")) == "'x'"
assert str(S("x")) == "x"
assert type(str(S("x"))) is str
