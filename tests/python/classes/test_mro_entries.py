"""`__mro_entries__` of things that are no classes."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Proxy:
    def __init__(self, *classes):
        self.classes = classes

    def __mro_entries__(self, bases):
        seen.append(bases)
        return self.classes


seen = []


class A:
    pass


p = Proxy(A, int)


class B(p):
    pass


assert B.__bases__ == (A, int)
assert B.__orig_bases__ == (p,)
assert seen == [(p,)]


class C(Proxy()):
    pass


assert C.__bases__ == (object,)
raises(TypeError,
       "type() doesn't support MRO entry resolution; use types.new_class()", type, "X", (p,), {})


class Wrong:
    def __mro_entries__(self, bases):
        return [A]


raises(TypeError, "__mro_entries__ must return a tuple", exec, "class X(Wrong()): pass")
raises(TypeError, "int() takes at most 2 arguments (3 given)", exec, "class X(5): pass")
