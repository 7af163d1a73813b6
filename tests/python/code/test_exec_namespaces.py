"""Name lookup in exec with separate globals and locals."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Map(dict):
    def __missing__(self, key):
        log.append(key)
        raise KeyError(key)


log = []
g, l = {"x": "global"}, Map()
exec("y = x\nclass C:\n    z = x\n", g, l)
assert l["y"] == "global"
assert l["C"].z == "global"


def scopes():
    g = {}
    l = {}
    try:
        exec("a = 1\ndef f(): return a\nr = f()", g, l)
    except NameError as e:
        return str(e)


assert scopes() == "name 'a' is not defined"
ns = {}
exec("a = 1\ndef f(): return a\nr = f()", ns)
assert ns["r"] == 1
assert ns["f"].__globals__ is ns


class Locals:
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        if k in self.d:
            return self.d[k]
        if k.startswith("auto"):
            return k
        raise KeyError(k)

    def __setitem__(self, k, v):
        self.d[k] = v.upper() if isinstance(v, str) else v

    def __delitem__(self, k):
        del self.d[k]

    def keys(self):
        return self.d.keys()


m = Locals()
exec("s = 'text'\nt = auto_thing\nd = 1\ndel d", {}, m)
assert m.d == {"s": "TEXT", "t": "AUTO_THING"}
assert eval("s + auto", {}, m) == "TEXTauto"
raises(NameError, "name 'missing' is not defined", eval, "missing", {}, m)
assert eval("[x for x in range(n)]", {"n": 3}) == [0, 1, 2]
raises(NameError, "name 'n' is not defined", eval, "[n for _ in range(1)]", {}, {"n": 3})
assert eval("lambda: __name__", {"__name__": "custom"})() == "custom"
