"""Implicit joining, long chains and mixed operators."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


s = "a" "b" f"{1}" r"\n" "\n"
assert s == "ab1\\n\n"
assert "x" * 3 + "y" == "xxxy"
assert ("a" "b").upper() == "AB"
assert "a" "b".upper() == "AB"
assert b"a" b"b" == b"ab"
t = ("one "
     "two "
     f"{'three'}")
assert t == "one two three"
parts = ""
for i in range(1000):
    parts += str(i % 10)
assert len(parts) == 1000
assert parts[:12] == "012345678901"
u = v = "shared"
u += "!"
assert (u, v) == ("shared!", "shared")
assert "%s" "%s" % ("a", "b") == "ab"
assert "-".join("a" "b") == "a-b"
assert ["a" "b", "c"] == ["ab", "c"]
assert {"k" "ey": 1} == {"key": 1}
assert len("a" * 10 ** 5 + "b" * 10 ** 5) == 200000
raises(TypeError, 'can only concatenate str (not "bytes") to str', lambda: "a" + b"b")
raises(TypeError, "can't concat str to bytes", lambda: b"a" + "b")
raises(TypeError, 'can only concatenate str (not "NoneType") to str', lambda: "a" + None)
