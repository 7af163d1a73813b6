"""Writes patterns and subjects for bench_main.ts, with the times of the Python that runs this.

Usage: bench.py FILE. The code is CPython 3.10's, so this must be CPython 3.10.
"""
import random
import re
import sre_compile
import sre_parse
import sys
import time

rand = random.Random(1)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
KEYWORDS = ("and as assert break class continue def del elif else except finally for from global if import in is "
            "lambda nonlocal not or pass raise return try while with yield").split()
dna = "".join(rand.choice("acgt") for _ in range(200000))
text = " ".join("".join(rand.choice(LETTERS) for _ in range(rand.randrange(1, 10))) for _ in range(30000))
html = "".join('<a href="http://x%d.example.com/p?q=%d" class=\'k\'>T%d</a> <b>bold</b>\n' % (i, i, i)
               for i in range(3000))
code = "\n".join('def f%d(a, b=%d): return a + "str\\"ing" # comment %d' % (i, i * 7, i) for i in range(3000))

CASES = [
    ("dna1", r"agggtaaa|tttaccct", dna),
    ("dna2", r"[cgt]gggtaaa|tttaccc[acg]", dna),
    ("dna3", r"ag[act]gtaaa|tttac[agt]ct", dna),
    ("literal", r"zzzz", text),
    ("words", r"\w+", text),
    ("words2", r"(\w+)\s+(\w+)", text),
    ("ing", r"\b\w+ing\b", text),
    ("lazy", r"<a.*?>", html),
    ("tag", r"<(\w+)[^>]*>([^<]*)</\1>", html),
    ("url", r"(?:http|https|ftp)://[\w.]+/\S*", html),
    ("icase", r"(?i)BOLD|href", html),
    ("email", r"[\w.+-]+@[\w-]+\.[\w.-]+", text),
    ("token", r'(?P<id>[a-zA-Z_]\w*)|(?P<num>\d+)|(?P<str>"(?:[^"\\]|\\.)*")|(?P<com>#.*)|(?P<op>[-+=():,])|(?P<ws>\s+)',
     code),
    ("star", r"(?:a|b|c|d)*e", text),
    ("group", r"((?:[a-m]+|[n-z]+)+) ", text),
    ("trim", r"^\s+|\s+$", text),
    ("twice", r"([aeiou])\1", text),
    ("look", r"\w+(?=\s+the)", text),
    ("keyword", r"\b(?:%s)\b" % "|".join(KEYWORDS), code),
    ("csv", r"([^,]*),([^,]*),", text.replace(" ", ",")),
    ("cyrillic", r"\w+", text.translate({ord(c): 0x430 + i for i, c in enumerate(LETTERS)})),
    ("range", r"[а-я]+\s", text.translate({ord(c): 0x430 + i for i, c in enumerate(LETTERS)})),
    ("wide", r"\w+ż", text[:50000] + "ż"),
]


def measure(pattern, subject):
    """Seconds of the best of several turns of finditer, and the number of matches."""
    best = 9.0
    start = time.perf_counter()
    turns = 0
    while turns < 3 or (turns < 20 and time.perf_counter() - start < 0.3):
        before = time.perf_counter()
        count = sum(1 for _ in pattern.finditer(subject))
        best = min(best, time.perf_counter() - before)
        turns += 1
    return best, count


def words(numbers):
    return " ".join("%d" % (x - (1 << 32) if x >= 1 << 31 else x) for x in numbers)


with open(sys.argv[1], "w", encoding="ascii") as file:
    for name, source, subject in CASES:
        pattern = re.compile(source)
        best, count = measure(pattern, subject)
        file.write("P %d %s\n" % (pattern.groups, words(sre_compile._code(sre_parse.parse(source), 0))))
        file.write("S %d %s\n" % (1 if max(subject) < "\u0100" else 2, words(map(ord, subject))))
        file.write("B %s %d %d\n" % (name, round(best * 1e6), count))
