"""Constants, Template, Formatter and capwords."""

import string


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert string.ascii_lowercase == "abcdefghijklmnopqrstuvwxyz"
assert string.digits == "0123456789"
assert string.hexdigits == "0123456789abcdefABCDEF"
assert string.punctuation == "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
assert string.whitespace == " \t\n\r\x0b\x0c"
t = string.Template("$who likes ${what}s for $$5")
assert t.substitute(who="tim", what="kiwi") == "tim likes kiwis for $5"
assert t.safe_substitute(who="x") == "x likes ${what}s for $5"
assert t.substitute({"who": "a"}, what="b") == "a likes bs for $5"
assert t.template.startswith("$who")
raises(KeyError, "'what'", lambda: t.substitute(who="a"))
raises(ValueError, "Invalid placeholder in string: line 1, col 3", string.Template("a $1").substitute)
assert string.capwords("hello  big world") == "Hello Big World"
assert string.capwords("a-b c", "-") == "A-B c"


class Hash(string.Template):
    delimiter = "#"


assert Hash("#a $b").substitute(a=1) == "1 $b"
f = string.Formatter()
assert f.format("{0} {a}", 1, a=2) == "1 2"
assert list(f.parse("a{b!r:c}d{}")) == [("a", "b", "c", "r"), ("d", "", "", None)]
assert f.vformat("{0[k]}", ({"k": 5},), {}) == "5"


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, "<%s>" % key) if isinstance(key, str) else super().get_value(key, args, kwargs)


assert Default().format("{x} {0}", 1) == "<x> 1"
