"""Source, members and kinds of objects."""

import inspect
import types


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def f(x):
    """Doc.

    Indented.
    """
    return x  # comment


class C:
    attr = 1

    def m(self):
        "m doc"

    @property
    def p(self):
        return 1

    @staticmethod
    def s(): pass


class D(C):
    def m(self): pass


assert inspect.getsource(f).startswith("def f(x):\n")
assert inspect.getsource(f).rstrip().endswith("# comment")
assert inspect.getsourcelines(C)[0][0] == "class C:\n"
assert inspect.getdoc(f) == "Doc.\n\nIndented."
assert inspect.getdoc(D.m) == "m doc"
assert inspect.getfile(f) == __file__
assert inspect.isfunction(f)
assert inspect.isclass(C)
assert inspect.ismethod(C().m)
assert not inspect.ismethod(C.m)
assert inspect.isbuiltin(len)
assert inspect.ismodule(types)
assert inspect.isgeneratorfunction(lambda: (yield))
assert inspect.isdatadescriptor(C.p)
assert inspect.isroutine(len)
assert inspect.isabstract(C) is False
assert [n for n, _ in inspect.getmembers(C(), lambda v: not callable(v)) if not n.startswith("_")] == ["attr", "p"]
assert inspect.getmro(D) == (D, C, object)
assert inspect.getmodule(C).__name__ == "__main__"
assert inspect.cleandoc("  a\n    b\n  c") == "a\n  b\nc"
attrs = {a.name: a.kind for a in inspect.classify_class_attrs(C) if not a.name.startswith("__")}
assert attrs == {"attr": "data", "m": "method", "p": "property", "s": "static method"}
assert inspect.getattr_static(C(), "p") is C.__dict__["p"]
assert inspect.unwrap(f) is f
assert inspect.getfullargspec(lambda a, b=1, *c, d, **e: 0)[:4] == (["a", "b"], "c", "e", (1,))
assert inspect.getcallargs(f, 5) == {"x": 5}
frame = inspect.currentframe()
assert inspect.getframeinfo(frame).function == "<module>"
assert inspect.stack()[0].function == "<module>"
assert inspect.isframe(frame)


def closure():
    x, y = 1, 2
    def inner():
        return x, len, undefined_global
    return inner


v = inspect.getclosurevars(closure())
assert v.nonlocals == {"x": 1}
assert v.builtins == {"len": len}
assert v.unbound == {"undefined_global"}
raises(TypeError, "module, class, method, function, traceback, frame, or code object was expected, got int", inspect.getsource, 5)
