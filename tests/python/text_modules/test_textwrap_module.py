"""wrap, fill, dedent, indent, shorten."""

import textwrap


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


text = "The quick brown fox jumped over the lazy dog, didn't it? Super-long-hyphenated-word."
assert textwrap.wrap(text, 20) == ["The quick brown fox", "jumped over the lazy", "dog, didn't it?", "Super-long-", "hyphenated-word."]
assert textwrap.fill("a b c", 3) == "a b\nc"
assert textwrap.wrap("", 5) == []
assert textwrap.wrap("abcdefgh", 3) == ["abc", "def", "gh"]
assert textwrap.wrap("abcdefgh ij", 3, break_long_words=False) == ["abcdefgh", "ij"]
assert textwrap.wrap("a\tb", 20) == ["a       b"]
assert textwrap.fill("one two three", 10, initial_indent="* ", subsequent_indent="  ") == "* one two\n  three"
assert textwrap.wrap("one two three four", 9, max_lines=1) == ["one [...]"]
assert textwrap.shorten("Hello  world foo", 12, placeholder="...") == "Hello..."
assert textwrap.shorten("Hello  world", 12) == "Hello world"
assert textwrap.dedent("  a\n    b\n\n  c\n") == "a\n  b\n\nc\n"
assert textwrap.dedent("\ta\n\tb") == "a\nb"
assert textwrap.dedent("  a\n b") == " a\nb"
assert textwrap.indent("a\n\nb\n", "> ") == "> a\n\n> b\n"
assert textwrap.indent("a\n\n", "-", lambda l: True) == "-a\n-\n"
raises(ValueError, "invalid width 0 (must be > 0)", textwrap.wrap, "a", 0)
raises(ValueError, "placeholder too large for max width", lambda: textwrap.shorten("hello world", 3, placeholder="....."))
