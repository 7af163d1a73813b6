"""Facts about the interpreter that programs rely on."""

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


assert sys.version_info[:2] == (3, 10)
assert sys.version_info.major == 3
assert sys.version_info >= (3, 10)
assert sys.version.startswith("3.10.")
assert sys.hexversion >> 16 == 0x030A
assert sys.version_info.releaselevel == "final"
assert sys.api_version == 1013
assert sys.maxsize == 2 ** 63 - 1
assert sys.maxunicode == 0x10FFFF
assert sys.byteorder == "little"
assert sys.int_info.bits_per_digit in (15, 30, 60, 63)
assert sys.float_info.mant_dig == 53
assert sys.hash_info.modulus == 2 ** 61 - 1
assert sys.hash_info.inf == 314159
assert sys.hash_info.imag == 1000003
assert sys.getdefaultencoding() == "utf-8"
assert sys.getfilesystemencoding() == "utf-8"
assert "sys" in sys.modules
assert "builtins" in sys.builtin_module_names
assert "json" in sys.stdlib_module_names
assert isinstance(sys.path, list)
assert isinstance(sys.argv, list)
assert sys.flags.optimize == 0
assert sys.float_repr_style == "short"
assert isinstance(sys.executable, str)
assert len(sys.implementation.version) == 5
assert sys.implementation.cache_tag
assert sys.platform == "linux"
assert sys.copyright
assert sys.pycache_prefix is None
assert sys.dont_write_bytecode in (True, False)
raises(TypeError, "intern() argument must be str, not int", sys.intern, 5)
raises(TypeError, "can't intern S", sys.intern, type("S", (str,), {})("x"))
raises(AttributeError, "readonly attribute", setattr, sys.version_info, "major", 4)
raises(TypeError, "cannot create 'sys.version_info' instances", type(sys.version_info))
assert repr(sys.version_info).startswith("sys.version_info(major=3, minor=10, micro=")
