"""A small evaluator written with match."""

from dataclasses import dataclass


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


@dataclass
class Num:
    value: float


@dataclass
class Op:
    op: str
    left: object
    right: object


@dataclass
class Let:
    name: str
    value: object
    body: object


def evaluate(node, env={}):
    match node:
        case Num(v):
            return v
        case str(name) if name in env:
            return env[name]
        case str(name):
            raise NameError(name)
        case Op("+", l, r):
            return evaluate(l, env) + evaluate(r, env)
        case Op("*", Num(0), _) | Op("*", _, Num(0)):
            return 0
        case Op("*", l, r):
            return evaluate(l, env) * evaluate(r, env)
        case Let(name=n, value=v, body=b):
            return evaluate(b, {**env, n: evaluate(v, env)})
        case Op(op=other):
            raise ValueError(f"unknown operator {other!r}")


tree = Let("x", Num(5), Op("+", Op("*", "x", "x"), Op("*", "undefined", Num(0))))
assert evaluate(tree) == 25
raises(NameError, "y", evaluate, Op("+", "y", Num(1)))
raises(ValueError, "unknown operator '-'", evaluate, Op("-", Num(1), Num(2)))


def shape(command):
    match command.split():
        case ["quit" | "exit"]:
            return "bye"
        case ["go", ("north" | "south") as d]:
            return d
        case ["drop", *objects]:
            return objects


assert shape("exit") == "bye"
assert shape("go north") == "north"
assert shape("drop a b") == ["a", "b"]
assert shape("go east") is None
