"""Random cases for complex_test.ts and what CPython 3.10 makes of them."""
import random
import struct

R = random.Random(20260722)


def bits(x):
    return struct.unpack("<q", struct.pack("<d", x))[0]


def shown(x):
    return "nan" if x != x else str(bits(x))


def number():
    return R.choice((0.0, -0.0, 1.0, -1.0, 0.5, 2.0, float("inf"), float("nan"), 1e300, 1e-300, R.uniform(-10, 10),
                     float(R.randrange(-20, 20)), R.uniform(-1e5, 1e5)))


def attempt(run):
    try:
        z = run()
        return shown(z.real) + " " + shown(z.imag)
    except ZeroDivisionError:
        return "zero"
    except OverflowError:
        return "overflow"


for name, run in (("mul", lambda a, b: a * b), ("div", lambda a, b: a / b), ("pow", lambda a, b: a ** b)):
    for _ in range(1500):
        a, b = complex(number(), number()), complex(number(), number())
        if name == "pow" and R.randrange(2):
            b = complex(R.randrange(-12, 12), 0.0)
        print("%s %d %d %d %d\t%s" % (name, bits(a.real), bits(a.imag), bits(b.real), bits(b.imag), attempt(lambda: run(a, b))))
for _ in range(500):
    z = complex(number(), number())
    print("repr %d %d\t%r" % (bits(z.real), bits(z.imag), z))
for _ in range(3000):
    text = "".join(R.choice(("1", "2.5", "j", "J", "+", "-", "(", ")", "e3", "inf", "nan", ".", " ", "1e5", "3j")) for _ in range(R.randrange(1, 6))).strip()
    if text:
        try:
            z = complex(text)
            print("parse:%s\t%s %s" % (text, shown(z.real), shown(z.imag)))
        except ValueError:
            print("parse:%s\tmalformed" % text)
