"""Random cases for float_test.ts and what CPython 3.10 makes of them: a line `case TAB result` each."""
import math
import random
import struct
import sys

R = random.Random(20260722)


def bits(x):
    return struct.unpack("<q", struct.pack("<d", x))[0]


def double(b):
    return struct.unpack("<d", struct.pack("<q", b))[0]


def shown(x):
    return "nan" if x != x else str(bits(x))


SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -2.5, 1e15, 1e16, 1e17, 9007199254740993.0, 1e21, 1e22, 1e23,
           1e-4, 1e-5, 9.9999e-5, 123456.0, 0.1, 0.3, 2.675, 1.005, 5e-324, 2.2250738585072014e-308,
           2.225073858507201e-308, 1.7976931348623157e308, 0.015625, 0.125, 1e300, 99.5, 999999.5, 0.00099995,
           math.inf, -math.inf, math.nan, 2.0 ** 63, -2.0 ** 63, 2.0 ** 61 - 2, 2.0 ** 1000]


def anything():
    kind = R.randrange(7)
    if kind == 0:
        return R.choice(SPECIAL)
    if kind == 1:
        return double(R.getrandbits(64) - 2 ** 63)
    if kind == 2:
        return R.randrange(-10 ** 6, 10 ** 6) / 10 ** R.randrange(7)
    if kind == 3:
        return R.randrange(-2000, 2000) / 2 ** R.randrange(12)
    if kind == 4:
        return float("%.*e" % (R.randrange(17), R.uniform(-1, 1) * 10 ** R.randrange(-25, 25)))
    if kind == 5:
        return R.uniform(-100, 100)
    return float(R.getrandbits(R.randrange(1, 70)) * R.choice((1, -1)))


def finite():
    while True:
        x = anything()
        if math.isfinite(x):
            return x


def small():
    return R.choice((finite(), R.uniform(-10, 10), float(R.randrange(-20, 20))))


def attempt(run):
    try:
        return run()
    except OverflowError:
        return "overflow"


def power(x, y):
    try:
        z = x ** y
    except ZeroDivisionError:
        return "zero"
    except OverflowError:
        return None
    return "complex" if isinstance(z, complex) else shown(z)


def parse_case():
    text = "".join(R.choice("0123456789.e+-") for _ in range(R.randrange(1, 9)))
    if R.randrange(2):
        text = "%s%d.%de%d" % (R.choice(("", "-", "+")), R.getrandbits(R.randrange(1, 200)),
                               R.getrandbits(R.randrange(1, 2000)), R.randrange(-330, 310))
    if R.randrange(20) == 0:
        text = R.choice(("inf", "-Infinity", "nan", "+NaN", "infinit", "1e400", "-1e-400", ".", ".5", "5.", "1e5e", "--1"))
    try:
        return "parse " + text, shown(float(text))
    except ValueError:
        return "parse " + text, "invalid"


def hex_case():
    text = R.choice(("", "-", "+")) + R.choice(("0x", "0X", "")) + R.choice(("1", "0", "f.", "1.", "ab", ".")) + \
        "%x" % R.getrandbits(R.randrange(1, 90)) + R.choice(("", "p%d" % R.randrange(-1100, 1100), "p+3", "P-%d" % R.randrange(1000, 1200), "p"))
    if R.randrange(15) == 0:
        text = R.choice(("inf", "-nan", "Infinity", "0x1p1024", "0x.8p1024", "0x1p-1075", "0x1.8p-1075", "0x", "1p99999999999", "0x1.fffffffffffff8p1023"))
    try:
        return "fromhex " + text, shown(float.fromhex(text))
    except OverflowError:
        return "fromhex " + text, "large"
    except ValueError:
        return "fromhex " + text, "invalid"


def format_case():
    x = anything()
    code = R.choice("efgEFG")
    precision = R.choice((0, 1, 2, 3, 6, 14, 15, 16, 17, 18, 25, R.randrange(60), R.choice((100, 400, 1200))))
    flags = R.randrange(8) & 5
    spec = ("+" if flags & 1 else "") + ("#" if flags & 4 else "") + "." + str(precision) + code
    return "format %d %s %d %d" % (bits(x), code, precision, flags), format(x, spec)


def round_case():
    x, places = finite(), R.choice((0, 1, 2, 3, R.randrange(-20, 20), R.randrange(-330, 330)))
    result = attempt(lambda: shown(round(x, places)))
    return "round %d %d" % (bits(x), places), shown(math.copysign(math.inf, x)) if result == "overflow" else result


def compare_case():
    x, b = anything(), R.getrandbits(R.choice((10, 53, 62, 64, 200, 1030))) * R.choice((1, -1))
    if R.randrange(2) and math.isfinite(x):
        b = int(x) + R.randrange(-1, 2)
    if x != x:
        x = 1.5
    return "compare %d %d" % (bits(x), b), str((x > b) - (x < b))


def ldexp_case():
    x, e = anything(), R.randrange(-1200, 1200)
    result = attempt(lambda: shown(math.ldexp(x, e)))
    return "ldexp %d %d" % (bits(x), e), shown(math.copysign(math.inf, x)) if result == "overflow" else result


def modf(x):
    f, i = math.modf(x)
    return shown(f) + " " + shown(i)


def one(name, make, run):
    x = make()
    return "%s %d" % (name, bits(x)), run(x)


def two(name, run, make=finite):
    x, y = make(), make() or 3.0
    return "%s %d %d" % (name, bits(x), bits(y)), run(x, y)


def not_nan():
    x = anything()
    return x if x == x else 2.0


CASES = [
    (2000, lambda: one("repr", anything, repr)),
    (8000, format_case),
    (1500, parse_case),
    (1500, hex_case),
    (1500, round_case),
    (1000, compare_case),
    (500, ldexp_case),
    (400, lambda: one("hex", anything, float.hex)),
    (600, lambda: one("hash", not_nan, lambda x: str(hash(x)))),
    (300, lambda: one("integer", anything, lambda x: str(int(x.is_integer())))),
    (400, lambda: one("frexp", anything, lambda x: "%s %d" % (shown(math.frexp(x)[0]), math.frexp(x)[1]))),
    (300, lambda: one("modf", anything, modf)),
    (300, lambda: one("ulp", anything, lambda x: shown(math.ulp(x)))),
    (400, lambda: one("rounded", finite, lambda x: str(round(x)))),
    (400, lambda: one("ratio", finite, lambda x: "%d %d" % x.as_integer_ratio())),
    (800, lambda: two("mod", lambda x, y: shown(x % y))),
    (800, lambda: two("floordiv", lambda x, y: shown(x // y))),
    (300, lambda: two("nextafter", lambda x, y: shown(math.nextafter(x, y)), anything)),
]
# Functions that libraries round differently: the test counts units in the last place.
APPROXIMATE = [
    (1500, lambda: two("pow", power, R.choice((small, anything)))),
    (500, lambda: one("exp", lambda: R.uniform(-700, 700), lambda x: shown(math.exp(x)))),
    (500, lambda: one("log", lambda: abs(finite()) or 1.0, lambda x: shown(math.log(x)))),
    (300, lambda: one("log2", lambda: abs(finite()) or 1.0, lambda x: shown(math.log2(x)))),
    (300, lambda: one("log10", lambda: abs(finite()) or 1.0, lambda x: shown(math.log10(x)))),
]

for count, make in APPROXIMATE if sys.argv[1:] == ["approximate"] else CASES:
    for _ in range(count):
        line, result = make()
        if result is not None:
            print(line + "\t" + result)
