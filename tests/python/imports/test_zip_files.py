"""Modules imported from a zip archive."""

import os
import sys
import tempfile
import zipfile


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


path = os.path.join(tempfile.mkdtemp(), "lib.zip")
with zipfile.ZipFile(path, "w") as z:
    z.writestr("zip_mod.py", "'zip doc'\nx = 'from zip'\ndef f():\n    return 1 / 0\n")
    z.writestr("zip_pkg/__init__.py", "from .inner import value\n")
    z.writestr("zip_pkg/inner.py", "value = __name__\n")
    z.writestr("zip_pkg/data.txt", "data")
sys.path.insert(0, path)
import zip_mod
import zip_pkg

assert zip_mod.x == "from zip"
assert zip_mod.__doc__ == "zip doc"
assert zip_mod.__file__ == os.path.join(path, "zip_mod.py")
assert type(zip_mod.__loader__).__name__ == "zipimporter"
assert zip_pkg.value == "zip_pkg.inner"
assert zip_pkg.__path__ == [os.path.join(path, "zip_pkg")]
assert zip_pkg.__loader__.get_data(os.path.join(path, "zip_pkg", "data.txt")) == b"data"
try:
    zip_mod.f()
except ZeroDivisionError as e:
    import traceback

    assert "return 1 / 0" in "".join(traceback.format_exception(e))
import zipimport

z = zipimport.zipimporter(path)
assert z.is_package("zip_pkg")
assert not z.is_package("zip_mod")
assert z.get_source("zip_mod").startswith("'zip doc'")
assert z.archive == path
raises(zipimport.ZipImportError, "can't find module 'nope'", z.get_code, "nope")
raises(zipimport.ZipImportError, "not a Zip file", zipimport.zipimporter, "/dev/null")
os.remove(path)
