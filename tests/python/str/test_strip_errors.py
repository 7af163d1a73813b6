"""Argument errors of stripping and padding."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


raises(TypeError, "strip arg must be None or str", "a".strip, 1)
raises(TypeError, "lstrip arg must be None or str", "a".lstrip, b"a")
raises(TypeError, "rstrip arg must be None or str", "a".rstrip, [])
raises(TypeError, "strip expected at most 1 argument, got 2", "a".strip, "a", "b")
raises(TypeError, "center expected at least 1 argument, got 0", "a".center)
raises(TypeError, "'str' object cannot be interpreted as an integer", "a".center, "5")
raises(TypeError, "str.zfill() takes exactly one argument (0 given)", "a".zfill)
raises(TypeError, "'float' object cannot be interpreted as an integer", "a".zfill, 2.0)
raises(TypeError, "'str' object cannot be interpreted as an integer", "a".expandtabs, "x")
assert "a".strip(None) == "a"
assert "".strip("abc") == ""
assert "aaa".strip("a") == ""
assert "é a é".strip("é ") == "a"
assert "]-[x]-[".strip("[]-") == "x"
assert "abc".strip("") == "abc"
