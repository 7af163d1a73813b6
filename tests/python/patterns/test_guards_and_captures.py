"""Guards see the captures; captures of failed cases may stay."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def f(x):
    match x:
        case [a, b] if a == b:
            return "equal"
        case [a, b] if a > b:
            return "greater"
        case [a, b]:
            return "less"


assert f([1, 1]) == "equal"
assert f([2, 1]) == "greater"
assert f([1, 2]) == "less"
log = []


def guard(v):
    log.append(v)
    return False


match 5:
    case n if guard(n):
        pass
    case 5 if guard("five"):
        pass
    case other:
        log.append("end")
assert log == [5, "five", "end"]
assert n == 5
assert other == 5
match [1, [2, 3]]:
    case [a, [b, c] as inner] as whole:
        assert (a, b, c, inner, whole) == (1, 2, 3, [2, 3], [1, [2, 3]])
match ("go", "north"):
    case ("go", ("north" | "south") as direction):
        assert direction == "north"


def bad(source, message):
    raises(SyntaxError, message + " (<string>, line 2)", exec, source)


bad("match x:\n case a: pass\n case b: pass", "name capture 'a' makes remaining patterns unreachable")
bad("match x:\n case _: pass\n case b: pass", "wildcard makes remaining patterns unreachable")
bad("match x:\n case [a, a]: pass", "multiple assignments to name 'a' in pattern")
bad("match x:\n case a | 1: pass", "name capture 'a' makes remaining patterns unreachable")
bad("match x:\n case [a] | [b]: pass", "alternative patterns bind different names")
bad("match x:\n case 1 as _: pass", "cannot use '_' as a target")
bad("match x:\n case C(a=1, a=2): pass", "attribute name repeated in class pattern: a")
