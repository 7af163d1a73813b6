"""A little interpreter with a dispatch table."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class VM:
    def __init__(self, code):
        self.code, self.stack, self.pc, self.vars, self.out = code, [], 0, {}, []

    def run(self, limit=10000):
        while self.pc < len(self.code):
            limit -= 1
            if limit < 0:
                raise TimeoutError("too many steps")
            op, *args = self.code[self.pc]
            self.pc += 1
            handler = getattr(self, "op_" + op, None)
            if handler is None:
                raise ValueError(f"unknown operation {op!r} at {self.pc - 1}")
            handler(*args)
        return self.out

    def op_push(self, v): self.stack.append(v)
    def op_store(self, n): self.vars[n] = self.stack.pop()
    def op_load(self, n): self.stack.append(self.vars[n])
    def op_print(self): self.out.append(self.stack.pop())
    def op_jump(self, t): self.pc = t

    def op_jump_if(self, t):
        if self.stack.pop():
            self.pc = t

    def binary(f):
        def op(self):
            b, a = self.stack.pop(), self.stack.pop()
            self.stack.append(f(a, b))
        return op

    op_add, op_mul = binary(lambda a, b: a + b), binary(lambda a, b: a * b)
    op_sub, op_lt = binary(lambda a, b: a - b), binary(lambda a, b: a < b)
    del binary


factorial = [("push", 1), ("store", "r"), ("push", 10), ("store", "n"), ("load", "r"), ("load", "n"), ("mul",), ("store", "r"), ("load", "n"), ("push", 1), ("sub",), ("store", "n"), ("push", 0), ("load", "n"), ("lt",), ("jump_if", 4), ("load", "r"), ("print",)]
print(VM(factorial).run())
raises(ValueError, "unknown operation 'fly' at 0", VM([("fly",)]).run)
raises(IndexError, "pop from empty list", VM([("add",)]).run)
raises(KeyError, "'x'", VM([("load", "x")]).run)
raises(TimeoutError, "too many steps", VM([("jump", 0)]).run)
raises(TypeError, "VM.op_push() missing 1 required positional argument: 'v'", VM([("push",)]).run)
