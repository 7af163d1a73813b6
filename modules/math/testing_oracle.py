"""Random cases for math_test.ts, those of CPython's own table, and what CPython 3.10 makes of them."""
import math
import os
import random
import struct
import sys
import sysconfig

R = random.Random(20260722)


def bits(x):
    return struct.unpack("<q", struct.pack("<d", x))[0]


def shown(x):
    return "nan" if x != x else str(bits(x))


SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 3.0, math.inf, -math.inf, math.nan, 1e300, -1e300, 5e-324, 1e-300, 171.5, 172.0, -171.5,
           710.0, 1e-9, 27.3, 0.375]
DOMAINS = {"erf": 7, "erfc": 28, "gamma": 175, "lgamma": 1000, "exp": 720, "log": 1e5, "log2": 1e5, "log10": 1e5, "sin": 100, "cos": 100, "tan": 100,
           "asin": 1.1, "acos": 1.1, "atan": 100, "sinh": 720, "cosh": 720, "tanh": 20, "asinh": 1e5, "acosh": 1e5, "atanh": 1.1, "expm1": 720,
           "log1p": 1e5, "sqrt": 1e5}


def number(limit):
    kind = R.randrange(8)
    if kind == 0:
        return R.choice(SPECIAL)
    if kind == 1:
        return R.uniform(-1, 1) * 10 ** R.randrange(-20, 1)
    if kind == 2:
        return float(R.randrange(-30, 30))
    return R.uniform(-limit, limit)


def attempt(run):
    try:
        return shown(run())
    except OverflowError as error:
        return "overflow" if "intermediate" in str(error) else "range"
    except ValueError as error:
        return "infinities" if "inf" in str(error) else "domain"


def emit(name, args, result):
    print(name + "".join(" %d" % (bits(x) if isinstance(x, float) else x) for x in args) + "\t" + result)


def approximate():
    for name, limit in DOMAINS.items():
        for _ in range(300):
            x = number(limit)
            emit(name, [x], attempt(lambda: getattr(math, name)(x)))
    for _ in range(600):
        args = [number(1e3) * R.choice((1.0, 1e-200, 1e200)) for _ in range(R.randrange(2, 6))]
        emit("hypot", args, attempt(lambda: math.hypot(*args)))
    for _ in range(600):
        x, y = number(50), number(20)
        emit("pow", [x, y], attempt(lambda: math.pow(x, y)))
        emit("atan2", [x, y], attempt(lambda: math.atan2(x, y)))
    for _ in range(100):
        a = R.getrandbits(R.choice((10, 100, 1000, 1030, 5000))) + 1
        emit("biglog", [a], shown(math.log(a)))
        emit("biglog2", [a], shown(math.log2(a)))
        emit("biglog10", [a], shown(math.log10(a)))
    table()


def table():
    """Lines `id function argument -> result flags` of the table in CPython's test package, where it is installed."""
    path = os.path.join(sysconfig.get_path("stdlib"), "test", "math_testcases.txt")
    for line in open(path) if os.path.exists(path) else ():
        words = line.split("--")[0].split()
        if len(words) < 5 or words[1] not in DOMAINS:
            continue
        x = float(words[2])
        result = "domain" if "invalid" in words or "divide-by-zero" in words else "range" if "overflow" in words else shown(float(words[4]))
        emit(words[1], [x], result)


def exact():
    for _ in range(2000):
        x, y = number(1e3), R.choice((number(100), number(1e3) * 1e-3, 1.0, 0.25))
        if R.randrange(4) == 0 and math.isfinite(y):
            x = y * R.randrange(50) / 2
        emit("fmod", [x, y], attempt(lambda: math.fmod(x, y)))
        emit("remainder", [x, y], attempt(lambda: math.remainder(x, y)))
    for _ in range(1500):
        scale = R.choice((0, 10, 300))
        args = [R.uniform(-1, 1) * 2.0 ** R.randrange(-scale, scale + 1) for _ in range(R.randrange(0, 12))]
        args += [-x for x in args if R.randrange(2)] + R.choice(([], [], [1e16, 1.0, 1e-16], [SPECIAL[R.randrange(13)]], [1e308, 1e308]))
        R.shuffle(args)
        emit("fsum", args, attempt(lambda: math.fsum(args)))
    for n in list(range(30)) + [100, 500, 1400]:
        emit("factorial", [n], str(math.factorial(n)))
    for _ in range(300):
        n, k = R.getrandbits(R.choice((3, 6, 10, 70))), R.randrange(60)
        emit("comb", [n, k], str(math.comb(n, k)))
        emit("perm", [n, k], str(math.perm(n, k)))
        emit("lcm", [n, k - 30], str(math.lcm(n, k - 30)))


approximate() if sys.argv[1:] == ["approximate"] else exact()
