"""return, break and continue in and through finally."""


def ret():
    try:
        return "try"
    finally:
        log.append("finally")


def override():
    try:
        return "try"
    finally:
        return "finally"


def swallow():
    try:
        1 / 0
    finally:
        return "swallowed"


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def loop():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append("f%d" % i)
    return out


def break_in_finally():
    while True:
        try:
            raise ValueError
        finally:
            break
    return "left"


def continue_in_finally():
    out = []
    for i in range(3):
        try:
            1 / 0
        finally:
            out.append(i)
            continue
    return out


def nested():
    try:
        try:
            return "inner"
        finally:
            log.append("a")
    finally:
        log.append("b")


log = []
assert ret() == "try"
assert log == ["finally"]
assert override() == "finally"
assert swallow() == "swallowed"
assert value_kept() == 1
assert loop() == [0, "f0", "f1", 2, "f2", "f3"]
assert break_in_finally() == "left"
assert continue_in_finally() == [0, 1, 2]
log.clear()
assert nested() == "inner"
assert log == ["a", "b"]


def gen():
    try:
        yield 1
        yield 2
    finally:
        log.append("closed")


log.clear()
for x in gen():
    break
g = gen()
next(g)
g.close()
assert "closed" in log
