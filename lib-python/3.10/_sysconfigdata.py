"""What `sysconfig` tells of how this interpreter was built: nothing is compiled for it, so most of it says "none"."""

import sys

_multiarch = getattr(sys.implementation, "_multiarch", "")
_soabi = "pypy310-deno"

build_time_vars = {
    "ABIFLAGS": "",
    "AR": "ar",
    "ARFLAGS": "rc",
    "CC": "cc",
    "CCSHARED": "-fPIC",
    "CFLAGS": "-DNDEBUG -O2",
    "CXX": "c++",
    "EXE": "",
    "EXT_SUFFIX": "." + _soabi + ("-" + _multiarch if _multiarch else "") + ".so",
    "LDFLAGS": "",
    "LDLIBRARY": "",
    "LDSHARED": "cc -shared",
    "LDVERSION": "3.10",
    "LIBRARY": "",
    "MULTIARCH": _multiarch,
    "OPT": "-DNDEBUG -O2",
    "Py_DEBUG": 0,
    "Py_ENABLE_SHARED": 0,
    "SHLIB_SUFFIX": ".so",
    "SIZEOF_VOID_P": 8,
    "SOABI": _soabi,
    "TZPATH": "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo",
    "VERSION": "3.10",
}
