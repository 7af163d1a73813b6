"""What `__import__` returns and how import statements use it."""

import builtins
import json
import os.path


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert __import__("os.path") is os
assert __import__("os.path", fromlist=["join"]) is os.path
assert __import__("json", globals(), locals(), [], 0) is json
calls = []
original = builtins.__import__


def hook(name, globals=None, locals=None, fromlist=(), level=0):
    calls.append((name, fromlist, level))
    return original(name, globals, locals, fromlist, level)


builtins.__import__ = hook
try:
    import json.decoder
    import json.decoder as d
    from os import path as p, sep
    exec("from .decoder import JSONDecoder", {"__name__": "json.x", "__package__": "json"})
finally:
    builtins.__import__ = original
mine = [c for c in calls if c[0] in ("json.decoder", "os", "decoder")]
assert mine == [("json.decoder", None, 0), ("json.decoder", None, 0), ("os", ("path", "sep"), 0), ("decoder", ("JSONDecoder",), 1)]
assert d is json.decoder
assert p is os.path


def local():
    import json as j
    from json import dumps
    return j, dumps


assert local() == (json, json.dumps)
ns = {"__builtins__": {"__import__": lambda *a: "fake"}}
exec("import anything", ns)
assert ns["anything"] == "fake"
raises(ImportError, "__import__ not found", exec, "import os", {"__builtins__": {}})
