"""`__class__` in methods, and `__classcell__` through metaclasses."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Meta(type):
    def __new__(meta, name, bases, ns):
        assert ("__classcell__" in ns) == (name == "Uses"), name
        return super().__new__(meta, name, bases, ns)


class Uses(metaclass=Meta):
    def m(self):
        return __class__


class Plain(metaclass=Meta):
    def m(self):
        return 1


assert Uses().m() is Uses
assert type("Sub", (Uses,), {})().m() is Uses


class Drops(type):
    def __new__(meta, name, bases, ns):
        return super().__new__(meta, name, bases, {k: v for k, v in ns.items() if k != "__classcell__"})


raises(RuntimeError, "__class__ not set defining 'Bad' as <class '__main__.Bad'>. Was __classcell__ propagated to type.__new__?", exec,
       "class Bad(metaclass=Drops):\n def m(self): return __class__")


class Inner:
    def nested(self):
        def f():
            return __class__, super
        return f()[0]

    names = [n for n in ("a",)]


assert Inner().nested() is Inner
assert "__class__" in Inner.nested.__code__.co_freevars
assert Inner.nested.__closure__[0].cell_contents is Inner


class Early:
    def get(self):
        return __class__

    try:
        get(None)
    except NameError as e:
        message = str(e)


assert Early.message == "free variable '__class__' referenced before assignment in enclosing scope"
