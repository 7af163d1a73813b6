"""Names in f-strings resolve as in code around them."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


g = "global"


def outer():
    free = "free"

    def inner(arg):
        local = "local"
        return f"{g} {free} {arg} {local} {len(local)}"

    return inner


assert outer()("arg") == "global free arg local 5"
assert outer().__code__.co_freevars == ("free",)


class C:
    attribute = "class"
    shown = f"{attribute}"


assert C.shown == "class"
assert [f"{i}{j}" for i in range(2) for j in "ab"] == ["0a", "0b", "1a", "1b"]
raises(NameError, "name 'nowhere' is not defined", lambda: f"{nowhere}")
table = {"k": [10, 20]}
assert f"{table['k'][1]} {table}" == "20 {'k': [10, 20]}"
gen = (f"<{x}>" for x in "xy")
assert "".join(gen) == "<x><y>"


async def coro():
    return f"{await other()}"


async def other():
    return "awaited"


try:
    coro().send(None)
except StopIteration as e:
    assert e.value == "awaited"
