"""repr of functions, types, methods and singletons."""

import sys

assert repr(len) == "<built-in function len>"
assert repr([].append).startswith("<built-in method append of list object at 0x")
assert repr(int) == "<class 'int'>"
assert repr(type) == "<class 'type'>"
assert repr(str.upper) == "<method 'upper' of 'str' objects>"
assert repr(int.__add__) == "<slot wrapper '__add__' of 'int' objects>"
assert repr((5).__add__).startswith("<method-wrapper '__add__' of int object at 0x")
assert repr(int.real) == "<attribute 'real' of 'int' objects>"
assert repr(sys) == "<module 'sys' (built-in)>"
assert repr(...) == "Ellipsis"
assert repr(NotImplemented) == "NotImplemented"
assert repr(None) == "None"
assert repr(lambda: 0).startswith("<function <lambda> at 0x")
assert repr(dict.fromkeys).startswith("<built-in method fromkeys of type object at 0x")
assert repr(type(len)) == "<class 'builtin_function_or_method'>"
assert repr(type({}.keys())) == "<class 'dict_keys'>"
assert repr(Exception) == "<class 'Exception'>"
assert repr(iter([])).startswith("<list_iterator object at 0x")
assert repr(enumerate([])).startswith("<enumerate object at 0x")
assert repr(zip()).startswith("<zip object at 0x")
assert repr(property()).startswith("<property object at 0x")
assert repr(object()).startswith("<object object at 0x")
assert repr(compile("1", "f.py", "eval")).endswith(', file "f.py", line 1>')


def f():
    class Local:
        pass
    return Local


assert repr(f()) == "<class '__main__.f.<locals>.Local'>"
assert repr(f()()).startswith("<__main__.f.<locals>.Local object at 0x")
assert str(type(sys)) == "<class 'module'>"
assert repr(sys.flags).startswith("sys.flags(debug=0")
assert "frame" in repr(sys._getframe())
