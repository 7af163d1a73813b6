"""Several managers in one statement, also in parentheses."""

log = []


class M:
    def __init__(self, name, fail=None, swallow=False):
        self.name, self.fail, self.swallow = name, fail, swallow

    def __enter__(self):
        log.append("+" + self.name)
        if self.fail == "enter":
            raise ValueError("enter " + self.name)
        return self.name

    def __exit__(self, *exc):
        log.append("-%s%s" % (self.name, "!" if exc[0] else ""))
        if self.fail == "exit":
            raise ValueError("exit " + self.name)
        return self.swallow


def take():
    seen, log[:] = " ".join(log), []
    return seen


with M("a") as a, M("b") as b:
    assert (a, b) == ("a", "b")
assert take() == "+a +b -b -a"
with (
    M("c") as c,
    M("d"),
    M("e") as e,
):
    assert c + e == "ce"
assert take() == "+c +d +e -e -d -c"
try:
    with M("f"), M("g", fail="enter"):
        pass
except ValueError as error:
    assert str(error) == "enter g"
assert take() == "+f +g -f!"
with M("h", swallow=True), M("i", fail="exit"):
    pass
assert take() == "+h +i -i -h!"
try:
    with M("j"), M("k", swallow=True):
        raise KeyError
except KeyError:
    raise AssertionError
assert take() == "+j +k -k! -j"
with (M("l")):
    pass
with (M("m"), M("n"))[0]:
    pass
assert take() == "+l -l +m -m"
