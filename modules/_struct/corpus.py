"""Writes trials of the formats (see trial_main.ts) and CPython 3.10's answers. Usage: corpus.py TRIALS ANSWERS."""
import math
import random
import struct
import sys

rand = random.Random(310)
trials = []
answers = []


def text_of(value):
    if isinstance(value, float):
        return str(struct.unpack("<q", struct.pack("<d", value))[0])
    return value.hex() if isinstance(value, bytes) else str(value)


def attempt(trial, function, *args):
    try:
        answer = function(*args)
    except (struct.error, OverflowError) as error:
        answer = str(error)
    trials.append(trial)
    answers.append(" ".join(map(text_of, answer)) if isinstance(answer, tuple) else text_of(answer))


def halves(word):
    return "%d %d" % struct.unpack(">ii", struct.pack(">Q", word % (1 << 64)))


def spell(value):
    """Four words that tell a value."""
    if isinstance(value, float):
        return "f %s -" % halves(struct.unpack("<Q", struct.pack("<d", value))[0])
    if isinstance(value, bytes):
        return "s %s - -" % value.hex()
    return "i %s %d" % (halves(int(value)), value >= 1 << 63)


INTS = [0, 1, -1, 2**63 - 1, -2**63, 2**63, 2**64 - 1] + [
    s * 2**n + d for n in (7, 8, 15, 16, 31, 32) for d in (-1, 0, 1) for s in (1, -1)]
FLOATS = [0.0, -0.0, 1.0, -1.5, 0.1, 1e300, -1e300, math.inf, -math.inf, math.nan, 65504.0, 65519.9, 65520.0,
          5e-324, 1e-45, 7e-46, 1.4e-45, 1e-40, 1.17549435e-38, 3.4028234663852886e38, 3.4028235677973366e38, 1e39,
          2.0**-24, 2.0**-25, 3 * 2.0**-25, 2.0**-14, 2.0**-14 - 2.0**-26, 1 + 2.0**-11, 1 + 3 * 2.0**-11, 2049.0,
          6.1e-5, 5.96e-8, 1023.75, 1.9999, 65535.0]
FLOATS += [rand.uniform(-2, 2) * 2.0 ** rand.randrange(-30, 20) for _ in range(100)]
FORMATS = ["5", "z", "<n", "<P", "@ i", " i", "i<", "i\0", "99999999999999999999i", "9223372036854775807i", "3 i",
           "4611686018427387904i4611686018427387904i", "9223372036854775807x", "9223372036854775807x1x", "", "<",
           "9223372036854775807xi", "0i", "c0i", "10s3p0s", "b\t\n\v\f\ri", "hi1", "9223372036854775806xh"]
CODES = "xcbB?hHiIlLqQnNefdspP"

for code in "bBhHiIlLqQnNP?":
    for prefix in "@<>":
        for value in INTS:
            form = prefix + code
            if prefix == "@" or code not in "nNP":
                attempt("pack %s %s" % (form.encode().hex(), spell(value)), struct.pack, form,
                        value if code != "?" else value & 0xFFFFFFFF)
for code in "efd":
    for prefix in "@<>!=":
        for value in FLOATS:
            attempt("pack %s %s" % ((prefix + code).encode().hex(), spell(value)), struct.pack, prefix + code, value)
for form in FORMATS:
    attempt("size " + form.encode().hex(), struct.calcsize, form)
for bits in range(0, 65536, 7):
    if bits & 0x7C00 != 0x7C00 or bits & 0x3FF == 0:
        data = struct.pack("<H", bits)
        attempt("unpack %s %s" % (b"<e".hex(), data.hex()), struct.unpack, "<e", data)
for value in FLOATS:
    if abs(value) < 3e38:
        attempt("unpack %s %s" % (b">f".hex(), struct.pack(">f", value).hex()), struct.unpack, ">f",
                struct.pack(">f", value))
for _ in range(3000):
    form = rand.choice(["", "@", "<", ">", "!", "="])
    for _ in range(rand.randrange(1, 6)):
        form += rand.choice(["", "", "", "2", "3", "0", " ", "12"]) + rand.choice(CODES)
    attempt("size " + form.encode().hex(), struct.calcsize, form)
    try:
        size = struct.calcsize(form)
    except struct.error:
        continue
    if not any(c in "ef" for c in form) and "0p" not in form:
        data = bytes(rand.randrange(256) for _ in range(size))
        if not any(isinstance(v, float) and v != v for v in struct.unpack(form, data)):
            attempt("unpack %s %s" % (form.encode().hex(), data.hex()), struct.unpack, form, data)
for length in (0, 1, 5, 254, 255, 256, 300):
    for form in ("s", "p", "0s", "3s", "5p", "300s", "300p", "256p", "2s3p"):
        data = bytes(i % 256 for i in range(length))
        values = [data] * (len(form.replace("0", "")) // 2 if form == "2s3p" else 1)
        attempt("pack %s %s" % (form.encode().hex(), " ".join(map(spell, values))), struct.pack, form, *values)
trials.append("size 69")
answers.append("4")
for path, lines in ((sys.argv[1], trials), (sys.argv[2], answers)):
    with open(path, "w", encoding="ascii") as file:
        file.write("\n".join(lines) + "\n")
