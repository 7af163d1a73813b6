"""`and` and `or` give an operand, `not` gives a bool."""

assert (0 or "x") == "x"
assert (0 or "") == ""
assert (1 and []) == []
assert (1 and 2 and 3) == 3
assert (None or 0 or {}) == {}
assert (1 or 1 / 0) == 1
assert (0 and 1 / 0) == 0
assert (0 and 1 or 2) == 2
assert (1 or 0 and 1 / 0) == 1
assert (not "") is True
assert (not "a") is False
assert (not not 5) is True


class Counting:
    tested = 0

    def __init__(self, value):
        self.value = value

    def __bool__(self):
        Counting.tested += 1
        return self.value


a, b = Counting(False), Counting(True)
assert (a or b) is b
assert Counting.tested == 1
assert (a and b) is a
assert Counting.tested == 2
if not (a or b):
    raise AssertionError
assert Counting.tested == 4
assert (b if a else a) is a
