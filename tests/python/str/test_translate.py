"""maketrans and translate."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert "abc".translate({97: "x", 98: None, 99: 100}) == "xd"
assert "hello".translate(str.maketrans("el", "ip")) == "hippo"
assert "hello".translate(str.maketrans("l", "L", "h")) == "eLLo"
assert str.maketrans({"a": "bc", 5: None}) == {97: "bc", 5: None}
assert str.maketrans("ab", "cd", "z") == {97: 99, 98: 100, 122: None}
assert "aé漢".translate({233: "e", 28450: ""}) == "ae"


class Table:
    def __getitem__(self, code):
        if code == 98:
            raise LookupError
        return chr(code).upper()


assert "abc".translate(Table()) == "AbC"
assert "abc".translate([]) == "abc"
assert "\x01".translate("xy") == "y"
raises(ValueError, "the first two maketrans arguments must have equal length", str.maketrans, "a", "bc")
raises(TypeError, "if you give only one argument to maketrans it must be a dict", str.maketrans, "a")
raises(ValueError, "string keys in translate table must be of length 1", str.maketrans, {"ab": 1})
raises(TypeError, "keys in translate table must be strings or integers", str.maketrans, {1.5: 1})
raises(TypeError, "first maketrans argument must be a string if there is a second argument", str.maketrans, 1, "a")
raises(TypeError, "character mapping must return integer, None or str", "a".translate, {97: 1.5})
raises(ValueError, "character mapping must be in range(0x110000)", "a".translate, {97: 0x110000})
raises(TypeError, "'int' object is not subscriptable", "a".translate, 5)
