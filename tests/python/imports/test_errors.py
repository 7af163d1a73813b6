"""Messages of failing imports."""

import sys


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


raises(ModuleNotFoundError, "No module named 'nothing_here'", __import__, "nothing_here")
raises(ModuleNotFoundError, "No module named 'nothing_here'", exec, "import nothing_here.sub")
raises(ModuleNotFoundError, "No module named 'sys.path2'; 'sys' is not a package", exec, "import sys.path2")
raises(ModuleNotFoundError, "No module named 'json.nothing'", exec, "import json.nothing")
raises(ImportError, "cannot import name 'nope' from 'sys' (unknown location)", exec, "from sys import nope")
raises(ImportError, "attempted relative import with no known parent package", exec, "from . import x", {"__name__": "m"})
raises(ImportError, "attempted relative import with no known parent package", exec, "from .a import x", {"__name__": "__main__", "__package__": None})
raises(ValueError, "Empty module name", __import__, "")
raises(TypeError, "__import__() argument 1 must be str, not int", __import__, 5)
raises(ValueError, "level must be >= 0", __import__, "sys", {}, {}, [], -1)
try:
    import nothing_at_all
except ImportError as e:
    assert type(e) is ModuleNotFoundError
    assert e.name == "nothing_at_all"
    assert e.path is None
    assert e.msg == str(e)
try:
    from json import nothing
except ImportError as e:
    assert e.name == "json"
    assert e.path.endswith("__init__.py")
    assert str(e).startswith("cannot import name 'nothing' from 'json' (")
sys.modules["blocked"] = None
raises(ModuleNotFoundError, "import of blocked halted; None in sys.modules", exec, "import blocked")
del sys.modules["blocked"]
e = ImportError("m", name="n", path="p")
assert (e.msg, e.name, e.path, str(e)) == ("m", "n", "p", "m")
assert ImportError().msg is None
raises(TypeError, "'x' is an invalid keyword argument for ImportError()", lambda: ImportError("m", x=1))
raises(ImportError, "attempted relative import beyond top-level package", exec, "from .. import x", {"__name__": "json", "__package__": "json"})
