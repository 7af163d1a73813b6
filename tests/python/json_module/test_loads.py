"""Decoding JSON."""

import json


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


l = json.loads
assert l("null") is None
assert l("true") is True
assert l(" 5 ") == 5
assert l("-1.5e3") == -1500.0
assert l('"a\\u00e9\\n\\/\\""') == 'aé\n/"'
assert l('"\\ud83d\\ude00"') == "\U0001F600"
assert l("[]") == []
assert l("{}") == {}
assert l('{"a": [1, {"b": null}], "c": "d"}') == {"a": [1, {"b": None}], "c": "d"}
assert l(b'{"a": 1}') == {"a": 1}
assert l("[1,2]".encode("utf-16")) == [1, 2]
assert l('{"a": 1, "a": 2}') == {"a": 2}
assert l("123456789012345678901234567890") == 123456789012345678901234567890
assert str(l("NaN")) == "nan"
assert l("-Infinity") == float("-inf")
assert type(l("1")) is int
assert type(l("1.0")) is float
assert type(l("1e2")) is float
assert l("[1.5]", parse_float=str) == ["1.5"]
assert l("[1]", parse_int=float) == [1.0]
assert l("NaN", parse_constant=lambda s: s) == "NaN"
assert l('{"a": 1}', object_hook=lambda d: list(d)) == ["a"]
assert l('{"b": 1, "a": 2}', object_pairs_hook=list) == [("b", 1), ("a", 2)]


def bad(text, message):
    raises(json.JSONDecodeError, message, l, text)


bad("", "Expecting value: line 1 column 1 (char 0)")
bad("[1,]", "Expecting value: line 1 column 4 (char 3)")
bad("{\"a\" 1}", "Expecting ':' delimiter: line 1 column 6 (char 5)")
bad("{a: 1}", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)")
bad("[1 2]", "Expecting ',' delimiter: line 1 column 4 (char 3)")
bad("1 2", "Extra data: line 1 column 3 (char 2)")
bad('"abc', "Unterminated string starting at: line 1 column 1 (char 0)")
bad('"\\x"', "Invalid \\escape: line 1 column 2 (char 1)")
bad('"\n"', "Invalid control character at: line 1 column 2 (char 1)")
bad("[\n1,\n\n}", "Expecting value: line 4 column 1 (char 6)")
bad("01", "Extra data: line 1 column 2 (char 1)")
bad("'a'", "Expecting value: line 1 column 1 (char 0)")
try:
    l("[1,\n x]")
except ValueError as e:
    assert (e.msg, e.pos, e.lineno, e.colno, e.doc) == ("Expecting value", 5, 2, 2, "[1,\n x]")
raises(TypeError, "the JSON object must be str, bytes or bytearray, not int", l, 5)
assert l('"\n"', strict=False) == "\n"
assert json.JSONDecoder().raw_decode("[1] rest") == ([1], 3)
