"""The % operator on bytes."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert b"%s %b" % (b"a", bytearray(b"b")) == b"a b"
assert b"%d %x %#o" % (42, 255, 8) == b"42 ff 0o10"
assert b"%c%c" % (65, b"B") == b"AB"
assert b"%5d|%-5s|%05.1f" % (42, b"ab", 2.25) == b"   42|ab   |002.2"
assert b"%a %r" % ("é", "é") == b"'\\xe9' '\\xe9'"
assert b"%%" % () == b"%"
assert b"%(k)s" % {b"k": b"v"} == b"v"
assert type(bytearray(b"%d") % 5) is bytearray
assert b"%.2s" % b"abc" == b"ab"


class B:
    def __bytes__(self):
        return b"dunder"


assert b"%s" % B() == b"dunder"
raises(TypeError, "%b requires a bytes-like object, or an object that implements __bytes__, not 'str'", lambda: b"%s" % "a")
raises(TypeError, "not enough arguments for format string", lambda: b"%s %s" % b"a")
raises(TypeError, "not all arguments converted during bytes formatting", lambda: b"%s" % (b"a", b"b"))
raises(TypeError, "%c requires an integer in range(256) or a single byte", lambda: b"%c" % b"ab")
raises(OverflowError, "%c arg not in range(256)", lambda: b"%c" % 256)
raises(TypeError, "%d format: a real number is required, not bytes", lambda: b"%d" % b"a")
raises(TypeError, "float argument required, not bytes", lambda: b"%f" % b"a")
raises(ValueError, "unsupported format character 'y' (0x79) at index 1", lambda: b"%y" % 1)
