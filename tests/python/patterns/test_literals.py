"""Literal, value and wildcard patterns."""


def f(x):
    match x:
        case 0:
            return "zero"
        case -1 | 1.5:
            return "minus one or 1.5"
        case 2 + 3j:
            return "complex"
        case "a" "b":
            return "ab"
        case b"x":
            return "bytes"
        case None:
            return "None"
        case True:
            return "True"
        case _:
            return "other"


assert f(0) == "zero"
assert f(False) == "zero"
assert f(0.0) == "zero"
assert f(-1) == f(1.5) == "minus one or 1.5"
assert f(2 + 3j) == "complex"
assert f("ab") == "ab"
assert f(b"x") == "bytes"
assert f(None) == "None"
assert f(True) == "True"
assert f(1) == "other"
assert f([]) == "other"


class Colour:
    RED = 1
    GREEN = 2


def g(x):
    match x:
        case Colour.RED:
            return "red"
        case Colour.GREEN:
            return "green"


assert g(1) == "red"
assert g(2) == "green"
assert g(3) is None


class Eq:
    def __eq__(self, other):
        return other == "equal"


match Eq():
    case "different":
        raise AssertionError
    case "equal":
        pass
    case _:
        raise AssertionError
