"""Messages of attribute errors on built-in objects."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


raises(AttributeError, "'int' object has no attribute 'foo'", lambda: (1).foo)
raises(AttributeError, "'str' object has no attribute 'foo'", lambda: "".foo)
raises(AttributeError, "'NoneType' object has no attribute 'foo'", lambda: None.foo)
raises(AttributeError, "'list' object has no attribute 'push'", lambda: [].push)
raises(AttributeError, "'function' object has no attribute 'foo'", lambda: raises.foo)
raises(AttributeError, "'builtin_function_or_method' object has no attribute 'foo'", lambda: len.foo)
raises(AttributeError, "type object 'int' has no attribute 'foo'", lambda: int.foo)
raises(AttributeError, "'generator' object has no attribute 'foo'", lambda: (x for x in ()).foo)
raises(AttributeError, "'dict_keys' object has no attribute 'foo'", lambda: {}.keys().foo)
raises(AttributeError, "'ellipsis' object has no attribute 'foo'", lambda: (...).foo)
raises(AttributeError, "'NotImplementedType' object has no attribute 'foo'", lambda: NotImplemented.foo)
raises(AttributeError, "'code' object has no attribute 'foo'", lambda: raises.__code__.foo)
raises(AttributeError, "'range' object has no attribute 'foo'", lambda: range(3).foo)
import sys

raises(AttributeError, "module 'sys' has no attribute 'foo'", lambda: sys.foo)
raises(AttributeError, "attribute 'real' of 'int' objects is not writable", setattr, 1, "real", 2)
raises(AttributeError, "readonly attribute", setattr, range(3), "start", 2)
raises(AttributeError, "readonly attribute", setattr, raises, "__globals__", {})
raises(AttributeError, "'tuple' object has no attribute 'x'", setattr, (), "x", 1)
raises(AttributeError, "'builtin_function_or_method' object has no attribute 'x'", setattr, len, "x", 1)
try:
    [].nothing
except AttributeError as e:
    assert e.name == "nothing"
    assert e.obj == []
