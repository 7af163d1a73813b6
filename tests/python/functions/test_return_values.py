"""What functions return."""


def nothing():
    pass


def bare():
    return


def multiple():
    return 1, 2


def conditional(x):
    if x:
        return "yes"


assert nothing() is None
assert bare() is None
assert multiple() == (1, 2)
assert conditional(1) == "yes"
assert conditional(0) is None


def from_loop():
    for i in range(10):
        for j in range(10):
            if i * j == 42:
                return i, j


assert from_loop() == (6, 7)


def from_with():
    class M:
        def __enter__(self):
            return self

        def __exit__(self, *a):
            log.append("exit")

    with M():
        return "body"


log = []
assert from_with() == "body"
assert log == ["exit"]
