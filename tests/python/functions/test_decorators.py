"""Decorators apply from the bottom up, and may be any expression."""

log = []


def mark(name):
    log.append("make " + name)

    def decorate(f):
        log.append("apply " + name)
        f.marks = getattr(f, "marks", ()) + (name,)
        return f

    return decorate


@mark("outer")
@mark("inner")
def f():
    pass


assert f.marks == ("inner", "outer")
assert log == ["make outer", "make inner", "apply inner", "apply outer"]


@mark("class")
class C:
    pass


assert C.marks == ("class",)


@lambda f: 5
def five():
    pass


assert five == 5
table = {"k": [str.upper]}


@table["k"][0]
@(lambda f: f.__name__)
def name():
    pass


assert name == "NAME"


def counted(f):
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return f(*args, **kwargs)
    wrapper.calls = 0
    return wrapper


@counted
def add(a, b=1):
    return a + b


assert add(1) == 2
assert add(1, b=4) == 5
assert add.calls == 2
