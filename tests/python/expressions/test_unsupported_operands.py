"""Operators on unfit operands name both types."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


raises(TypeError, "unsupported operand type(s) for +: 'int' and 'str'", lambda: 1 + "a")
raises(TypeError, 'can only concatenate str (not "int") to str', lambda: "a" + 1)
raises(TypeError, 'can only concatenate list (not "tuple") to list', lambda: [1] + (2,))
raises(TypeError, 'can only concatenate tuple (not "list") to tuple', lambda: (1,) + [2])
raises(TypeError, "unsupported operand type(s) for -: 'str' and 'str'", lambda: "a" - "b")
raises(TypeError, "can't multiply sequence by non-int of type 'str'", lambda: "a" * "b")
raises(TypeError, "can't multiply sequence by non-int of type 'float'", lambda: [1] * 1.5)
raises(TypeError, "unsupported operand type(s) for /: 'NoneType' and 'int'", lambda: None / 1)
raises(TypeError, "unsupported operand type(s) for //: 'list' and 'int'", lambda: [] // 1)
raises(TypeError, "unsupported operand type(s) for ** or pow(): 'str' and 'int'", lambda: "a" ** 2)
raises(TypeError, "unsupported operand type(s) for @: 'int' and 'int'", lambda: 1 @ 2)
raises(TypeError, "unsupported operand type(s) for &: 'float' and 'int'", lambda: 1.0 & 1)
raises(TypeError, "unsupported operand type(s) for <<: 'int' and 'float'", lambda: 1 << 1.0)
raises(TypeError, "unsupported operand type(s) for ^: 'dict' and 'dict'", lambda: {} ^ {})
raises(TypeError, "unsupported operand type(s) for %: 'NoneType' and 'tuple'", lambda: None % ())
raises(TypeError, "bad operand type for unary -: 'str'", lambda: -"a")
raises(TypeError, "bad operand type for unary +: 'list'", lambda: +[])
raises(TypeError, "bad operand type for unary ~: 'float'", lambda: ~1.5)
raises(TypeError, "'<' not supported between instances of 'int' and 'str'", lambda: 1 < "a")
raises(TypeError, "'>=' not supported between instances of 'dict' and 'dict'", lambda: {} >= {})
raises(TypeError, "argument of type 'int' is not iterable", lambda: 1 in 2)
raises(TypeError, "'in <string>' requires string as left operand, not int", lambda: 1 in "a")


def augmented():
    x = None
    x += 1


raises(TypeError, "unsupported operand type(s) for +=: 'NoneType' and 'int'", augmented)
