"""Cleanup order of nested constructs."""

log = []


class M:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        log.append("enter " + self.name)

    def __exit__(self, *exc):
        log.append("exit " + self.name + (" " + exc[0].__name__ if exc[0] else ""))


def run(how):
    for i in range(2):
        try:
            with M("a"):
                try:
                    with M("b"):
                        if how == "return":
                            return "returned"
                        if how == "break":
                            break
                        if how == "continue":
                            continue
                        if how == "raise":
                            raise KeyError(i)
                finally:
                    log.append("inner finally")
        except KeyError as e:
            log.append("handler %s" % e)
            return "handled"
        finally:
            log.append("outer finally")
    return "end"


def check(how, result, text):
    log.clear()
    assert run(how) == result
    assert ", ".join(log) == text, log


once = "enter a, enter b, exit b, inner finally, exit a, outer finally"
check("return", "returned", once)
check("break", "end", once)
check("continue", "end", once + ", " + once)
check("none", "end", once + ", " + once)
check("raise", "handled", "enter a, enter b, exit b KeyError, inner finally, exit a KeyError, handler 0, outer finally")
