"""The order of hooks for missing, found and raising attributes."""


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
    log = []
    data = property(lambda self: 1 / 0)

    def __getattribute__(self, name):
        if name != "log":
            type(self).log.append("get " + name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        type(self).log.append("miss " + name)
        return name


c = C()
assert c.nothing == "nothing"
assert C.log == ["get nothing", "miss nothing"]
C.log.clear()
raises(ZeroDivisionError, "division by zero", lambda: c.data)
assert C.log == ["get data"]
assert hasattr(c, "whatever")
assert len(c.__dict__) == 0
C.log.clear()
repr(c)
assert C.log == []
