"""find, count, split, replace and others on bytes."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


b = b"hello hello"
assert b.find(b"l") == 2
assert b.find(108) == 2
assert b.rfind(b"hello") == 6
assert b.index(b"o") == 4
assert b.count(b"l") == 4
assert b.count(108, 4) == 2
assert b.startswith(b"he")
assert b.endswith((b"x", b"lo"))
assert b.startswith(b"hello", 6)
assert b.find(b"") == 0
assert b.count(b"") == 12
assert b.replace(b"l", b"L", 1) == b"heLlo hello"
assert b.split() == [b"hello", b"hello"]
assert b.split(b"l", 1) == [b"he", b"lo hello"]
assert b.rsplit(b"l", 1) == [b"hello hel", b"o"]
assert b.partition(b" ") == (b"hello", b" ", b"hello")
assert b.rpartition(b"x") == (b"", b"", b)
assert b"a\nb\r\nc\x0bd".splitlines() == [b"a", b"b", b"c\x0bd"]
assert b",".join([b"a", bytearray(b"b")]) == b"a,b"
assert b" a ".strip() == b"a"
assert b"xax".strip(b"x") == b"a"
assert b"abc".removeprefix(b"a") == b"bc"
assert b"abc".removesuffix(b"c") == b"ab"
assert b"a".center(3, b"*") == b"*a*"
assert b"a".ljust(2) == b"a "
assert b"7".zfill(3) == b"007"
assert b"a\tb".expandtabs(2) == b"a b"
assert b"hello".translate(None, b"l") == b"heo"
assert b"ab".translate(bytes.maketrans(b"a", b"z")) == b"zb"
assert b"ab".translate(bytes.maketrans(b"a", b"z"), b"b") == b"z"
raises(ValueError, "subsection not found", b.index, b"z")
raises(TypeError, "argument should be integer or bytes-like object, not 'str'", b.find, "l")
raises(ValueError, "byte must be in range(0, 256)", b.find, 300)
raises(TypeError, "a bytes-like object is required, not 'str'", b.split, " ")
raises(TypeError, "sequence item 0: expected a bytes-like object, str found", b"".join, ["a"])
raises(TypeError, "startswith first arg must be bytes or a tuple of bytes, not str", b.startswith, "h")
raises(ValueError, "translation table must be 256 characters long", b.translate, b"short")
raises(ValueError, "maketrans arguments must have same length", bytes.maketrans, b"a", b"bc")
raises(ValueError, "empty separator", b.split, b"")
raises(TypeError, "center() argument 2 must be a byte string of length 1, not str", b.center, 20, "*")
