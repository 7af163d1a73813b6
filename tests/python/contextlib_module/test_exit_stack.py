"""ExitStack unwinds in reverse."""

from contextlib import ExitStack, closing, nullcontext, redirect_stdout, suppress
import io


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


log = []


class M:
    def __init__(self, n, swallow=False):
        self.n, self.swallow = n, swallow

    def __enter__(self):
        log.append("+%s" % self.n)
        return self.n

    def __exit__(self, kind, value, tb):
        log.append("-%s%s" % (self.n, ":" + kind.__name__ if kind else ""))
        return self.swallow

    def close(self):
        log.append("close %s" % self.n)


with ExitStack() as stack:
    assert stack.enter_context(M(1)) == 1
    stack.callback(log.append, "cb")
    stack.push(lambda *e: log.append("push"))
    stack.enter_context(M(2))
assert log == ["+1", "+2", "-2", "push", "cb", "-1"]
log.clear()
with ExitStack() as stack:
    stack.enter_context(M("outer"))
    stack.enter_context(M("swallows", True))
    stack.enter_context(M("inner"))
    raise KeyError
assert log == ["+outer", "+swallows", "+inner", "-inner:KeyError", "-swallows:KeyError", "-outer"]
log.clear()
with ExitStack() as stack:
    stack.enter_context(M("kept"))
    kept = stack.pop_all()
assert log == ["+kept"]
assert kept.close() is None
assert log == ["+kept", "-kept"]
with suppress(KeyError, IndexError):
    {}["x"]
with suppress(LookupError):
    [][0]


def unsuppressed():
    with suppress(KeyError):
        1 / 0


raises(ZeroDivisionError, "division by zero", unsuppressed)
log.clear()
with closing(M("c")) as c:
    pass
assert log == ["close c"]
out = io.StringIO()
with redirect_stdout(out):
    print("inside")
assert out.getvalue() == "inside\n"
with nullcontext(5) as n:
    assert n == 5
raises(AttributeError, "type object 'int' has no attribute '__exit__'", ExitStack().enter_context, 5)
