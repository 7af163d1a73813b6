"""Characters, names and properties."""

import unicodedata as u


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert chr(0x1F600) == "\U0001F600"
assert ord("漢") == 0x6F22
assert chr(0x10FFFF) == "\U0010FFFF"
assert ord("\0") == 0
assert u.name("é") == "LATIN SMALL LETTER E WITH ACUTE"
assert u.lookup("GREEK SMALL LETTER ALPHA") == "α"
assert u.name("\n", "none") == "none"
assert u.category("a") == "Ll"
assert u.category("A") == "Lu"
assert u.category("1") == "Nd"
assert u.category(" ") == "Zs"
assert u.category("漢") == "Lo"
assert u.category("\ud800") == "Cs"
assert u.numeric("½") == 0.5
assert u.digit("²") == 2
assert u.decimal("٣") == 3
assert u.decimal("a", None) is None
assert u.bidirectional("א") == "R"
assert u.combining("\u0301") == 230
assert u.mirrored("(") == 1
assert u.east_asian_width("漢") == "W"
assert u.decomposition("é") == "0065 0301"
assert u.normalize("NFKC", "ﬁ①") == "fi1"
assert u.normalize("NFKD", "é") == "e\u0301"
assert u.normalize("NFC", "\u1100\u1161") == "가"
assert u.is_normalized("NFC", "é")
assert u.name("가") == "HANGUL SYLLABLE GA"
assert u.name("漢") == "CJK UNIFIED IDEOGRAPH-6F22"
assert u.unidata_version == "13.0.0"
raises(ValueError, "chr() arg not in range(0x110000)", chr, 0x110000)
raises(ValueError, "chr() arg not in range(0x110000)", chr, -1)
raises(TypeError, "ord() expected a character, but string of length 2 found", ord, "ab")
raises(TypeError, "ord() expected string of length 1, but int found", ord, 5)
raises(ValueError, "no such name", u.name, "\n")
raises(KeyError, "\"undefined character name 'NOPE'\"", u.lookup, "NOPE")
raises(ValueError, "not a decimal", u.decimal, "a")
raises(TypeError, "category() argument must be a unicode character, not str", u.category, "ab")
