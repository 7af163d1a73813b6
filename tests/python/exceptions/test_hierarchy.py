"""The tree of built-in exceptions."""


def path(cls):
    return [c.__name__ for c in cls.__mro__[:-1]]


assert path(ZeroDivisionError) == ["ZeroDivisionError", "ArithmeticError", "Exception", "BaseException"]
assert path(OverflowError)[1] == path(FloatingPointError)[1] == "ArithmeticError"
assert path(IndexError)[1] == path(KeyError)[1] == "LookupError"
assert path(UnicodeDecodeError)[:3] == ["UnicodeDecodeError", "UnicodeError", "ValueError"]
assert path(FileNotFoundError)[1] == "OSError"
assert path(BrokenPipeError)[1] == "ConnectionError"
assert path(ModuleNotFoundError)[1] == "ImportError"
assert path(UnboundLocalError)[1] == "NameError"
assert path(NotImplementedError)[1] == path(RecursionError)[1] == "RuntimeError"
assert path(TabError) == ["TabError", "IndentationError", "SyntaxError", "Exception", "BaseException"]
for cls in (SystemExit, KeyboardInterrupt, GeneratorExit):
    assert path(cls)[1] == "BaseException"
    assert not issubclass(cls, Exception)
assert path(StopIteration)[1] == path(StopAsyncIteration)[1] == "Exception"
assert path(DeprecationWarning) == ["DeprecationWarning", "Warning", "Exception", "BaseException"]
assert IOError is OSError
assert EnvironmentError is OSError
assert {c.__name__ for c in Warning.__subclasses__()} >= {"UserWarning", "SyntaxWarning", "ResourceWarning"}
for name in ("BufferError", "EOFError", "MemoryError", "ReferenceError", "SystemError", "TypeError"):
    assert path(eval(name)) == [name, "Exception", "BaseException"]
