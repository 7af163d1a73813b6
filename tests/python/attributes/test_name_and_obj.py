"""An AttributeError knows the name and the object; suggestions stay out of str."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Thing:
    colour = 1


t = Thing()
try:
    t.color
except AttributeError as e:
    assert (e.name, e.obj) == ("color", t)
    assert str(e) == "'Thing' object has no attribute 'color'"
e = AttributeError("m", name="n", obj=5)
assert (e.args, e.name, e.obj) == (("m",), "n", 5)
assert AttributeError("x").name is None
assert AttributeError().obj is None
raises(TypeError, "'foo' is an invalid keyword argument for AttributeError()", lambda: AttributeError("m", foo=1))


class Custom:
    def __getattr__(self, name):
        raise AttributeError(name + " is not here")


try:
    Custom().abc
except AttributeError as e:
    assert str(e) == "abc is not here"
    assert e.name == "abc"
    assert type(e.obj) is Custom
try:
    colou
except NameError as e:
    assert e.name == "colou"
    assert str(e) == "name 'colou' is not defined"
assert NameError("x", name="y").name == "y"
