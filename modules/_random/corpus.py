"""Writes trials of the generator (see trial_main.ts) and CPython's answers. Usage: corpus.py TRIALS ANSWERS."""
import _random
import random
import struct
import sys

choose = random.Random(310)
generator = _random.Random()
trials = []
answers = []


def words(number, count=0):
    """The 32-bit words of a number, least significant first, as signed numbers."""
    data = []
    while number or len(data) < max(count, 1):
        word = number & 0xFFFFFFFF
        data.append(word - (1 << 32) if word >> 31 else word)
        number >>= 32
    return " ".join(map(str, data))


def add(trial, answer):
    trials.append(trial)
    answers.append(answer)


for seed in [0, 1, 2**32, 2**31, 12345678901234567890, 2**20000 - 19, 2**64 - 1]:
    generator.seed(seed)
    add("seed " + words(seed), "")
    for _ in range(700):
        what = choose.randrange(3)
        if what:
            add("random", str(struct.unpack("<q", struct.pack("<d", generator.random()))[0]))
        else:
            bits = choose.choice((1, 7, 31, 32, 33, 53, 64, 100, 1000))
            add("bits %d" % bits, words(generator.getrandbits(bits), (bits + 31) // 32))
    state = generator.getstate()
    add("state", " ".join(words(word) for word in state))
    for _ in range(3):
        add("random", str(struct.unpack("<q", struct.pack("<d", generator.random()))[0]))
    generator.setstate(state)
    add("set " + " ".join(words(word) for word in state), "")
    add("random", str(struct.unpack("<q", struct.pack("<d", generator.random()))[0]))
for path, lines in ((sys.argv[1], trials), (sys.argv[2], answers)):
    with open(path, "w", encoding="ascii") as file:
        file.write("\n".join(lines) + "\n")
