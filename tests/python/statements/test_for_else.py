"""The else of a loop runs unless a break left it."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def search(values, wanted):
    for v in values:
        if v == wanted:
            result = "found"
            break
    else:
        result = "missing"
    return result


assert search([1, 2], 2) == "found"
assert search([1, 2], 3) == "missing"
assert search([], 3) == "missing"
n = 3
log = []
while n:
    n -= 1
    if n == 1:
        continue
    log.append(n)
else:
    log.append("else")
assert log == [2, 0, "else"]
while True:
    for i in range(5):
        if i == 2:
            break
    else:
        raise AssertionError
    break
else:
    raise AssertionError
assert i == 2
for i in []:
    pass
else:
    i = "empty"
assert i == "empty"
for i, (a, *b) in enumerate(["xyz"]):
    assert (i, a, b) == (0, "x", ["y", "z"])
target = {}
for target["k"] in range(3):
    pass
assert target == {"k": 2}
raises(SyntaxError, "'break' outside loop (<string>, line 1)", exec, "break")
raises(SyntaxError, "'continue' not properly in loop (<string>, line 1)", exec, "continue")
