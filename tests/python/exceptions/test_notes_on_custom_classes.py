"""Exceptions with class hierarchies, slots and multiple bases."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class AppError(Exception):
    code = 0


class NotFound(AppError, KeyError):
    code = 404


class Denied(AppError):
    __slots__ = ("who",)

    def __init__(self, who):
        super().__init__("denied to " + who)
        self.who = who


for kind in (AppError, KeyError, LookupError, NotFound):
    try:
        raise NotFound("page")
    except kind as e:
        assert e.code == 404 and str(e) == "page" or str(e) == "'page'"
try:
    raise Denied("me")
except AppError as e:
    assert e.who == "me"
    assert str(e) == "denied to me"
    assert e.code == 0
raises(TypeError, "multiple bases have instance lay-out conflict", type, "X", (OSError, SyntaxError), {})


class Both(OSError, ValueError):
    pass


assert str(Both(2, "m")) == "[Errno 2] m"


class CallableError(Exception):
    def __call__(self):
        return "called"


try:
    raise CallableError()
except Exception as e:
    assert e() == "called"


class Meta(type):
    pass


class WithMeta(Exception, metaclass=Meta):
    pass


raises(WithMeta, "m", (lambda: (_ for _ in ()).throw(WithMeta("m"))))
