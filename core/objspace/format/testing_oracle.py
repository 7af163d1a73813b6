"""Random cases for format_test.ts and what CPython 3.10 makes of them: a line `case TAB result` each."""
import random
import struct

R = random.Random(20260722)


def bits(x):
    return struct.unpack("<q", struct.pack("<d", x))[0]


def number():
    return R.choice((0.0, -0.0, 1.5, -2.5, 1e16, 1234567.891, 1e-7, 999.5, 5e-324, 1e300, float("inf"), float("-inf"),
                     float("nan"), R.uniform(-1, 1) * 10 ** R.randrange(-8, 20), float(R.randrange(-10 ** 7, 10 ** 7))))


def some(*choices):
    return R.choice(choices)


def spec(types):
    fill = some("", "", "", "<", ">", "=", "^", "*<", "x>", "0=", "\u00e9^", "\U0001f40d>", "0<", " =")
    text = fill + some("", "", "", "+", "-", " ") + some("", "", "", "#") + some("", "", "0")
    text += some("", "", str(R.randrange(30)), "10", "20", "7")
    text += some("", "", "", "", ",", "_", ",_", "_,", ",,") if R.randrange(2) else ""
    text += some("", "", "", ".0", ".3", ".10", ".", ".25") if R.randrange(2) else ""
    return text + some("", "", *types) + some(*[""] * 30, "x", "zz", "\x01")


def attempt(value, text):
    try:
        return format(value, text)
    except ValueError as error:
        return str(error)


def case():
    kind = R.randrange(4)
    if kind == 0:
        value = R.choice((0, 1, -1, 255, 1234567, -10 ** 20, R.getrandbits(R.randrange(1, 200)), -R.getrandbits(40)))
        text = spec("bdnoxXeEfFgG%s")
        return "i %d:%s" % (value, text), attempt(value, text)
    if kind == 1:
        value, text = number(), spec("eEfFgGn%ds")
        return "f %d:%s" % (bits(value), text), attempt(value, text)
    if kind == 2:
        value, text = complex(number(), number()), spec("eEfFgGn%d")
        return "c %d %d:%s" % (bits(value.real), bits(value.imag), text), attempt(value, text)
    value, text = some("abc", "x", "hello"), spec("sd").replace(".", "")
    return "s %s:%s" % (value, text), attempt(value, text)


for _ in range(8000):
    line, result = case()
    print(line + "\t" + result)
for value in (65, 0x20AC, 0x1F40D):
    for text in ("c", "5c", "^5c", "05c", "+c", "#c", ".2c", ",c"):
        print("i %d:%s\t%s" % (value, text, attempt(value, text)))
