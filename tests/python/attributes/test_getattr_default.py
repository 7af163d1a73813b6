"""The default of getattr, and hasattr on raising properties."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class C:
    x = 1

    @property
    def broken(self):
        raise ValueError("boom")

    @property
    def hidden(self):
        raise AttributeError("hidden")


c = C()
assert getattr(c, "x") == 1
assert getattr(c, "y", None) is None
assert getattr(c, "hidden", 5) == 5
assert hasattr(c, "x")
assert not hasattr(c, "hidden")
assert not hasattr(c, "y")
raises(ValueError, "boom", getattr, c, "broken", 5)
raises(ValueError, "boom", hasattr, c, "broken")
raises(AttributeError, "'C' object has no attribute 'y'", getattr, c, "y")
setattr(c, "any name at all", 3)
assert getattr(c, "any name at all") == 3
assert vars(c) == {"any name at all": 3}
delattr(c, "any name at all")
assert vars(c) == {}


class StrSub(str):
    pass


setattr(c, StrSub("k"), 1)
assert c.k == 1
assert getattr(c, StrSub("k")) == 1
raises(TypeError, "getattr expected at most 3 arguments, got 4", getattr, 1, "a", 2, 3)
raises(TypeError, "hasattr expected 2 arguments, got 1", hasattr, 1)
