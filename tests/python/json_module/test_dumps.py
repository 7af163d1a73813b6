"""Encoding to JSON."""

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


d = json.dumps
assert d(None) == "null"
assert d(True) == "true"
assert d(5) == "5"
assert d(1.5) == "1.5"
assert d("a\"\\\n\té\x00\x7f") == '"a\\"\\\\\\n\\t\\u00e9\\u0000\\u007f"'
assert d("\U0001F600") == '"\\ud83d\\ude00"'
assert d("é", ensure_ascii=False) == '"é"'
assert d([1, [2]]) == "[1, [2]]"
assert d((1, 2)) == "[1, 2]"
assert d({}) == "{}"
assert d([]) == "[]"
assert d({"b": 1, "a": [None]}) == '{"b": 1, "a": [null]}'
assert d({"b": 1, "a": 2}, sort_keys=True) == '{"a": 2, "b": 1}'
assert d({1: 1, 1.5: 2, True: 3, None: 4}) == '{"1": 3, "1.5": 2, "null": 4}'
assert d([1, 2], separators=(",", ":")) == "[1,2]"
assert d({"a": 1}, separators=(",", ":")) == '{"a":1}'
assert d([1, {"a": []}], indent=2) == '[\n  1,\n  {\n    "a": []\n  }\n]'
assert d({"k": 1}, indent="\t") == '{\n\t"k": 1\n}'
assert d([1], indent=0) == "[\n1\n]"
assert d(float("nan")) == "NaN"
assert d(float("-inf")) == "-Infinity"
assert d(1e100) == "1e+100"
assert d(10 ** 30) == "1" + "0" * 30
assert d(0.1) == "0.1"
assert d(-0.0) == "-0.0"
raises(TypeError, "Object of type set is not JSON serializable", d, {1})
raises(TypeError, "Object of type complex is not JSON serializable", d, 1j)
raises(TypeError, "keys must be str, int, float, bool or None, not tuple", d, {(1,): 2})
loop = []
loop.append(loop)
raises(ValueError, "Circular reference detected", d, loop)
assert d({(1,): 2, "a": 1}, skipkeys=True) == '{"a": 1}'
assert d({1, 2}, default=sorted) == "[1, 2]"
assert d([1j], default=lambda o: [o.real, o.imag]) == "[[0.0, 1.0]]"


class Enc(json.JSONEncoder):
    def default(self, o):
        return {"type": type(o).__name__} if isinstance(o, complex) else super().default(o)


assert d(1j, cls=Enc) == '{"type": "complex"}'
assert "".join(Enc().iterencode([1, {"a": 1j}])) == '[1, {"a": {"type": "complex"}}]'


class I(int):
    def __repr__(self):
        return "bad"


assert d(I(5)) == "5"
assert d(type("S", (str,), {})("s")) == '"s"'
assert d({"x": I(1)}) == '{"x": 1}'
