"""Multi-line tracebacks of calls through lambdas, classes and comprehensions."""

import traceback


def names(run):
    try:
        run()
    except Exception as e:
        return [(f.name, f.line) for f in traceback.extract_tb(e.__traceback__)][1:]


class C:
    def method(self):
        return [1 / x for x in (0,)]

    @property
    def prop(self):
        return self.method()

    def __getitem__(self, i):
        return self.prop


assert [n for n, _ in names(lambda: C()[0])] == ["<lambda>", "__getitem__", "prop", "method", "<listcomp>"]
assert names(lambda: C().method())[1:] == [("method", "return [1 / x for x in (0,)]"), ("<listcomp>", "return [1 / x for x in (0,)]")]


def deep(n):
    if n == 0:
        raise ValueError("bottom")
    deep(n - 1)


try:
    deep(10)
except ValueError as e:
    text = "".join(traceback.format_exception(e))
assert text.count("in deep") == 4
assert "  [Previous line repeated 7 more times]\n" in text
summary = traceback.TracebackException.from_exception(ValueError("x"))
assert list(summary.format()) == ["ValueError: x\n"]
assert summary.exc_type is ValueError
frames = traceback.extract_stack()
assert frames[-1].name == "<module>"
assert frames[-1].line == "frames = traceback.extract_stack()"
assert traceback.format_list([("f.py", 3, "fn", "code")]) == ['  File "f.py", line 3, in fn\n    code\n']
