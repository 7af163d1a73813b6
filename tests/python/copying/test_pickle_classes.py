"""Pickles of own classes, functions and what cannot be pickled."""

import io
import pickle


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class A:
    cls_attr = 1

    def __init__(self, x):
        self.x = x

    def __eq__(self, o):
        return type(o) is type(self) and o.__dict__ == self.__dict__

    def method(self):
        return self.x

    class Inner:
        pass


def func():
    return "func"


for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    a = pickle.loads(pickle.dumps(A([1, "two"]), protocol))
    assert a == A([1, "two"])
    assert pickle.loads(pickle.dumps(func, protocol)) is func
    assert pickle.loads(pickle.dumps(A, protocol)) is A
assert pickle.loads(pickle.dumps(A.Inner)) is A.Inner
assert pickle.loads(pickle.dumps(A(5).method))() == 5
assert b"cls_attr" not in pickle.dumps(A(1))


class State:
    def __getstate__(self):
        return (1, 2)

    def __setstate__(self, s):
        self.s = s


assert pickle.loads(pickle.dumps(State())).s == (1, 2)


class L(list):
    pass


l = L([1])
l.attr = "kept"
back = pickle.loads(pickle.dumps(l))
assert back == [1]
assert back.attr == "kept"
assert type(back) is L


class Persistent(pickle.Pickler):
    def persistent_id(self, obj):
        return "P" if obj is func else None


class Loader(pickle.Unpickler):
    def persistent_load(self, pid):
        return "loaded " + pid

    def find_class(self, module, name):
        return "class %s" % name


buffer = io.BytesIO()
Persistent(buffer).dump([func, A])
buffer.seek(0)
assert Loader(buffer).load() == ["loaded P", "class A"]
try:
    pickle.dumps(lambda: 0)
except pickle.PicklingError as e:
    assert str(e).startswith("Can't pickle <function <lambda> at 0x")


def local():
    class Local:
        pass
    return Local()


raises(TypeError, "cannot pickle 'generator' object", pickle.dumps, (x for x in ()))
