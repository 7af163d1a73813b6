"""Context variables and contexts."""

import contextvars
from contextvars import Context, ContextVar, copy_context


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


v = ContextVar("v", default=0)
w = ContextVar("w")
assert v.get() == 0
assert v.name == "v"
assert w.get("d") == "d"
try:
    w.get()
except LookupError as e:
    assert e.args == (w,)
token = v.set(5)
assert v.get() == 5
assert token.var is v
assert token.old_value is token.MISSING
v.set(6)
v.reset(token)
assert v.get() == 0
raises(RuntimeError, "%r has already been used once" % (token,), v.reset, token)
ctx = copy_context()


def change():
    v.set(100)
    return v.get()


assert ctx.run(change) == 100
assert v.get() == 0
assert ctx[v] == 100
assert v in ctx
assert w not in ctx
assert ctx.get(w) is None
assert len(ctx) >= 1
assert dict(ctx)[v] == 100
empty = Context()
assert len(empty) == 0
assert empty.run(v.get) == 0
assert empty.run(lambda a, b=1: (a, b), 5, b=6) == (5, 6)
raises(TypeError, "run() missing 1 required positional argument", empty.run)
raises(TypeError, "a ContextVar key was expected, got 'x'", lambda: empty["x"])
raises(TypeError, "context variable name must be a str", ContextVar, 5)
raises(TypeError, "expected an instance of Token, got 5", v.reset, 5)
raises(RuntimeError, "cannot enter context: %r is already entered" % ctx, lambda: ctx.run(lambda: ctx.run(lambda: 0)))
other = ContextVar("other")
t = v.set(1)
raises(ValueError, "%r was created by a different ContextVar" % t, other.reset, t)
v.reset(t)
c2 = ctx.copy()
c2.run(v.set, 7)
assert ctx[v] == 100
assert c2[v] == 7
assert ctx != c2
