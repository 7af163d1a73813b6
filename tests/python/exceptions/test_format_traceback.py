"""traceback.format_exception gives the familiar text."""

import traceback


def f():
    g()


def g():
    raise ValueError("problem")


try:
    f()
except ValueError as e:
    text = "".join(traceback.format_exception(e))
    lines = text.split("\n")
assert lines[0] == "Traceback (most recent call last):"
assert lines[-2] == "ValueError: problem"
assert [l.split(", in ")[1] for l in lines if l.startswith("  File")] == ["<module>", "f", "g"]
assert [l.strip() for l in lines if l.startswith("    ")] == ["f()", "g()", 'raise ValueError("problem")']
try:
    try:
        {}["k"]
    except KeyError as e:
        raise TypeError("t") from e
except TypeError as e:
    text = "".join(traceback.format_exception(e))
assert "\nThe above exception was the direct cause of the following exception:\n" in text
assert text.index("KeyError: 'k'") < text.index("TypeError: t")
try:
    try:
        {}["k"]
    except KeyError as e:
        raise TypeError("t")
except TypeError as e:
    text = "".join(traceback.format_exception(e))
assert "\nDuring handling of the above exception, another exception occurred:\n" in text
assert traceback.format_exception_only(ValueError("a\nb")) == ["ValueError: a\nb\n"]
assert traceback.format_exception_only(ValueError()) == ["ValueError\n"]
assert traceback.format_exception_only(SyntaxError("m", ("f.py", 2, 3, "a b c\n", 2, 4))) == [
    '  File "f.py", line 2\n', "    a b c\n", "      ^\n", "SyntaxError: m\n"]


class Outer:
    class Inner(Exception):
        pass


assert traceback.format_exception_only(Outer.Inner("x")) == ["Outer.Inner: x\n"]
