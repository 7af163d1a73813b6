"""A recursive-descent calculator."""

import re


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Parser:
    TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|(.))")

    def __init__(self, text):
        self.tokens = [(float(n) if n else op) for n, op in self.TOKEN.findall(text.strip())] + [None]
        self.i = 0

    @property
    def current(self):
        return self.tokens[self.i]

    def take(self, *wanted):
        if self.current in wanted:
            self.i += 1
            return self.tokens[self.i - 1]

    def expr(self):
        value = self.term()
        while op := self.take("+", "-"):
            value = value + self.term() if op == "+" else value - self.term()
        return value

    def term(self):
        value = self.power()
        while op := self.take("*", "/"):
            value = value * self.power() if op == "*" else value / self.power()
        return value

    def power(self):
        if self.take("-"):
            return -self.power()
        value = self.atom()
        return value ** self.power() if self.take("^") else value

    def atom(self):
        if self.take("("):
            value = self.expr()
            if not self.take(")"):
                raise SyntaxError("expected )")
            return value
        if isinstance(self.current, float):
            self.i += 1
            return self.tokens[self.i - 1]
        raise SyntaxError("unexpected %r" % (self.current,))


for text in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 / 4 - 1.5", "((7))"]:
    print(text, "=", Parser(text).expr())
raises(SyntaxError, "expected )", Parser("(1 + 2").expr)
raises(SyntaxError, "unexpected '*'", Parser("* 2").expr)
raises(SyntaxError, "unexpected None", Parser("1 +").expr)
raises(ZeroDivisionError, "float division by zero", Parser("1/0").expr)
