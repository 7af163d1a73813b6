"""Exceptions raised inside comprehensions."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


raises(ZeroDivisionError, "division by zero", lambda: [1 / x for x in (1, 0)])
raises(TypeError, "cannot unpack non-iterable int object", lambda: [a for a, b in [1]])
raises(ValueError, "not enough values to unpack (expected 2, got 1)", lambda: {a: b for a, b in ["x"]})
raises(TypeError, "unhashable type: 'list'", lambda: {[] for _ in range(1)})
raises(TypeError, "unhashable type: 'dict'", lambda: {{}: 1 for _ in range(1)})
raises(SyntaxError, "dict unpacking cannot be used in dict comprehension (<string>, line 1)", exec,
       "{**x for x in y}")
raises(SyntaxError, "iterable unpacking cannot be used in comprehension (<string>, line 1)", exec, "[*x for x in y]")
raises(SyntaxError, "cannot assign to list comprehension here. Maybe you meant '==' instead of '='? (<string>, line 1)", exec, "[x for x in y] = 1")


def source():
    yield 1
    raise KeyError("mid")


raises(KeyError, "'mid'", lambda: [x for x in source()])
seen = []
try:
    [seen.append(x) for x in source()]
except KeyError:
    pass
assert seen == [1]
try:
    [x / 0 for x in [1]]
except ZeroDivisionError as e:
    names = []
    tb = e.__traceback__
    while tb:
        names.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    assert names == ["<module>", "<listcomp>"]
