"""Identifiers beyond ASCII are normalized."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


é = 1
assert é == 1
assert "é" in globals()
assert globals()["é"] == 1
ﬁ = 2
assert fi == 2
assert "fi" in globals()
assert "ﬁ" not in globals()
漢字 = "kanji"
assert 漢字 == "kanji"


class Ω:
    µ = 3


assert Ω.μ == 3
assert "μ" in vars(Ω)
assert Ω.__name__ == "Ω"


def ƒ(ª):
    return ª


assert ƒ(a=5) == 5
𝔘𝔫𝔦 = 4
assert Uni == 4
raises(SyntaxError, "invalid character '€' (U+20AC) (<string>, line 1)", exec, "€ = 1")
raises(SyntaxError, "invalid non-printable character U+00A0 (<string>, line 1)", exec, "a\u00a0= 1")
raises(SyntaxError, "invalid character '“' (U+201C) (<string>, line 1)", exec, "x = “a”")
assert getattr(type("T", (), {"ﬁ": 1}), "ﬁ") == 1
