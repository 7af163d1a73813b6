"""Pickles of built-in values, in every protocol."""

import pickle


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


shared = [1]
values = [None, True, False, 0, 1, -1, 255, 256, 65536, -(2 ** 31), 2 ** 31, 2 ** 63, -2 ** 100, 10 ** 300, 0.0, -1.5, float("inf"), 1 + 2j, "", "text", "é漢\U0001F600", "x" * 300,
          b"", b"bytes", b"\xff" * 300, bytearray(b"ba"), (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1, [2]], {}, {"k": (1, {2: 3})}, set(), {1, 2}, frozenset("ab"),
          range(5), slice(1, 2, 3), ..., NotImplemented, int, len, ValueError, [shared, shared], "line\nbreak\\u", list(range(2000)), {i: str(i) for i in range(1500)}]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    for v in values:
        data = pickle.dumps(v, protocol)
        back = pickle.loads(data)
        assert back == v and type(back) is type(v), (protocol, v)
    a, b = pickle.loads(pickle.dumps([shared, shared], protocol))
    assert a is b
    r = []
    r.append(r)
    back = pickle.loads(pickle.dumps(r, protocol))
    assert back[0] is back
assert pickle.dumps(1, 0) == b"I1\n."
assert pickle.dumps("a", 0) == b"Va\np0\n."
assert pickle.dumps([1], 2) == b"\x80\x02]q\x00K\x01a."
assert pickle.dumps((), 2) == b"\x80\x02)."
assert pickle.dumps({"a": 1}, 4) == b"\x80\x04\x95\n\x00\x00\x00\x00\x00\x00\x00}\x94\x8c\x01a\x94K\x01s."
assert pickle.DEFAULT_PROTOCOL == 4
e = pickle.loads(pickle.dumps(ValueError("m", 5)))
assert type(e) is ValueError
assert e.args == ("m", 5)
raises(ValueError, "pickle protocol must be <= 5", pickle.dumps, 1, 99)
