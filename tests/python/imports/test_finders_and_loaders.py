"""Own finders on sys.meta_path."""

import importlib.abc
import importlib.machinery
import importlib.util
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


log = []


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    sources = {"virtual": "x = 1\nimport virtual_dep\n", "virtual_dep": "y = __name__\n"}

    def find_spec(self, name, path, target=None):
        log.append(name)
        if name in self.sources:
            return importlib.machinery.ModuleSpec(name, self, origin="memory")

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(self.sources[module.__name__], module.__dict__)


finder = Finder()
sys.meta_path.insert(0, finder)
try:
    import virtual
finally:
    sys.meta_path.remove(finder)
assert virtual.x == 1
assert virtual.virtual_dep.y == "virtual_dep"
assert log == ["virtual", "virtual_dep"]
assert virtual.__spec__.origin == "memory"
assert virtual.__loader__ is finder
assert repr(virtual) == "<module 'virtual' (memory)>"
spec = importlib.util.spec_from_loader("made", loader=None)
m = importlib.util.module_from_spec(spec)
assert m.__name__ == "made"
assert m.__spec__ is spec
assert "made" not in sys.modules
assert importlib.util.find_spec("json").name == "json"
assert importlib.util.find_spec("no_such_module") is None
assert importlib.import_module("json.decoder").__name__ == "json.decoder"
assert importlib.import_module(".decoder", "json") is sys.modules["json.decoder"]
raises(TypeError, "the 'package' argument is required to perform a relative import for '.x'", importlib.import_module, ".x")
assert importlib.util.resolve_name(".a.b", "pkg") == "pkg.a.b"
