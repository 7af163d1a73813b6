"""Facts about `object` itself."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


o = object()
assert repr(o).startswith("<object object at 0x")
assert o == o
assert o != object()
assert hash(o) == hash(o)
assert object.__bases__ == ()
assert object.__base__ is None
assert object.__mro__ == (object,)
assert isinstance(object, type)
assert isinstance(type, object)
assert type.__mro__ == (type, object)
assert o.__class__ is object
assert o.__doc__ == object.__doc__
assert o.__eq__(1) is NotImplemented
assert o.__ne__(1) is NotImplemented
assert o.__eq__(o) is True
assert o.__lt__(o) is NotImplemented
raises(TypeError, "unsupported format string passed to object.__format__", format, o, "x")
assert format(o, "") == str(o)
assert sorted(n for n in dir(o) if n.endswith("attr__")) == ["__delattr__", "__setattr__"]
assert "__init_subclass__" in dir(o)
assert "__dict__" not in dir(o)
raises(AttributeError, "'object' object has no attribute '__dict__'", lambda: o.__dict__)


class C:
    pass


assert object.__reduce_ex__(C(), 2)[0].__name__ == "__newobj__"
assert C.__new__ is object.__new__
assert C.__init__ is object.__init__
assert C.__dict__["__dict__"].__get__(C()) == {}
assert C.__weakref__.__name__ == "__weakref__"
assert C().__weakref__ is None
assert C.__dir__(C()).__contains__("__class__")
