"""split, rsplit, splitlines, partition."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert " a  b c ".split() == ["a", "b", "c"]
assert "a,b,,c".split(",") == ["a", "b", "", "c"]
assert "".split() == []
assert "".split(",") == [""]
assert "a b c".split(None, 1) == ["a", "b c"]
assert " a  b  c ".split(maxsplit=1) == ["a", "b  c "]
assert "a,b,c".split(",", 1) == ["a", "b,c"]
assert "a,b,c".rsplit(",", 1) == ["a,b", "c"]
assert " a b c ".rsplit(None, 1) == [" a b", "c"]
assert "a<>b<>c".split("<>") == ["a", "b", "c"]
assert "aXbXc".split(sep="X", maxsplit=0) == ["aXbXc"]
assert "  ".split(" ") == ["", "", ""]
assert "a\u2003b\xa0c\x1cd".split() == ["a", "b", "c", "d"]
assert "a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i".splitlines() == list("abcdefghi")
assert "a\n\nb\n".splitlines() == ["a", "", "b"]
assert "a\r\nb".splitlines(True) == ["a\r\n", "b"]
assert "".splitlines() == []
assert "\n".splitlines() == [""]
assert "a=b=c".partition("=") == ("a", "=", "b=c")
assert "a=b=c".rpartition("=") == ("a=b", "=", "c")
assert "abc".partition("x") == ("abc", "", "")
assert "abc".rpartition("x") == ("", "", "abc")
assert "abc".partition("abc") == ("", "abc", "")
raises(ValueError, "empty separator", "abc".split, "")
raises(ValueError, "empty separator", "abc".partition, "")
raises(TypeError, "must be str or None, not int", "a".split, 1)
raises(TypeError, "must be str, not int", "a".partition, 1)
raises(TypeError, "'str' object cannot be interpreted as an integer", "a".split, "a", "b")
