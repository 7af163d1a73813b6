"""Cases for cmath_test.ts: all pairs of special values, random ones, those of CPython's own table."""
import cmath
import math
import os
import random
import struct
import sysconfig

R = random.Random(20260722)
FUNCTIONS = "acos acosh asin asinh atan atanh cos cosh exp log log10 rect sin sinh sqrt tan tanh polar".split()
SPECIAL = [-math.inf, -3.5, -1.0, -0.5, -0.0, 0.0, 0.25, 1.0, 2.5, math.inf, math.nan, 1e308, -1e308, 1e-310, 720.0, 1e160]


def bits(x):
    return struct.unpack("<q", struct.pack("<d", x))[0]


def shown(x):
    return "nan" if x != x else str(bits(x))


def emit(name, x, y):
    try:
        if name in ("rect", "polar"):
            z = cmath.rect(x, y) if name == "rect" else complex(*cmath.polar(complex(x, y)))
        else:
            z = getattr(cmath, name)(complex(x, y))
        result = shown(z.real) + " " + shown(z.imag)
    except ValueError:
        result = "domain"
    except OverflowError:
        if name == "polar":
            return
        result = "range"
    print("%s %d %d\t%s" % (name, bits(x), bits(y), result))


for function in FUNCTIONS:
    for real in SPECIAL:
        for imag in SPECIAL:
            emit(function, real, imag)
    for _ in range(150):
        scale = R.choice((1, 3, 30, 500))
        emit(function, R.uniform(-scale, scale), R.uniform(-scale, scale))

# Lines `id function real imag -> real imag flags`, where CPython's tests are installed.
path = os.path.join(sysconfig.get_path("stdlib"), "test", "cmath_testcases.txt")
for line in open(path) if os.path.exists(path) else ():
    words = line.split("--")[0].split()
    if len(words) >= 7 and words[1] in FUNCTIONS:
        emit(words[1], float(words[2]), float(words[3]))
