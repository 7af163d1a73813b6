"""Names that are not bound."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


raises(NameError, "name 'undefined' is not defined", lambda: undefined)


def f():
    print(later)
    later = 1


def g():
    def inner():
        return free
    result = inner()
    free = 1
    return result


raises(UnboundLocalError, "local variable 'later' referenced before assignment", f)
raises(NameError, "free variable 'free' referenced before assignment in enclosing scope", g)
try:
    missing
except NameError as e:
    assert e.name == "missing"
assert issubclass(UnboundLocalError, NameError)


def loop():
    for i in []:
        pass
    return i


raises(UnboundLocalError, "local variable 'i' referenced before assignment", loop)


def handler():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e


raises(UnboundLocalError, "local variable 'e' referenced before assignment", handler)


class C:
    try:
        undefined_in_class
    except NameError as e:
        message = str(e)


assert C.message == "name 'undefined_in_class' is not defined"
