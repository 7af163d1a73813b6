"""`match`, `case` and `_` stay ordinary names elsewhere."""

match = 1
case = 2
_ = 3
assert match + case + _ == 6
match = [match, case]
assert match[0] == 1
match[0] = 5
assert match == [5, 2]


def case(x):
    return x


print_calls = case(1)
match (print_calls):
    case 1:
        result = "one"
assert result == "one"
match = lambda *a: a
assert match(1, 2) == (1, 2)
assert match (3) == (3,)
assert (match) (4) == (4,)


class C:
    match: int = 5

    def case(self):
        return self.match


assert C().case() == 5
assert C.match == 5
match -1:
    case -1:
        result = "negative"
assert result == "negative"
match {}:
    case {}:
        result = "dict display"
assert result == "dict display"
match not 0:
    case True:
        result = "not"
assert result == "not"
assert _ == 3
