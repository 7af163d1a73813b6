"""Writes trials of the matching engine (see trial.ts) and CPython 3.10's answers.

Usage: corpus.py TRIALS ANSWERS. Patterns are those of this file, those of the installed test.re_tests and random
ones from a fixed seed; the code comes from sre_compile, answers from the re module.
"""
import os
import random
import re
import signal
import sys
import warnings

import _sre
import sre_compile
import sre_parse
from test import re_tests

warnings.simplefilter("ignore")
trials = []
answers = []


def words(*parts):
    """A line of numbers; words of code as signed 32-bit numbers."""
    return " ".join("%d" % (x - (1 << 32) if x >= 1 << 31 else x) for x in parts)


def describe(match):
    if match is None:
        return "-"
    lastindex = -1 if match.lastindex is None else match.lastindex
    return " ".join(str(x) for x in [lastindex] + [x for pair in match.regs for x in pair])


def compile_code(pattern, flags):
    """The compiled pattern and its code, or None where the pattern is not one."""
    try:
        parsed = sre_parse.parse(pattern, flags)
        code = sre_compile._code(parsed, flags)
        return re.compile(pattern, flags), code, parsed.state.groups - 1
    except (re.error, OverflowError, ValueError, RecursionError):
        return None


def kind_of(subject):
    if isinstance(subject, bytes):
        return 1
    top = max(map(ord, subject), default=0)
    return 1 if top < 256 else 2 if top < 65536 else 4


def try_subject(compiled, subject, kinds=None, windows=((0, None),)):
    """Adds trials of all ways to match."""
    pattern = compiled[0]
    chars = list(subject) if isinstance(subject, bytes) else [ord(c) for c in subject]
    for kind in kinds or [kind_of(subject)]:
        trials.append("S " + words(kind, *chars))
        for pos, endpos in windows:
            end = sys.maxsize if endpos is None else endpos
            line = "%d %d" % (pos, 2**31 - 1 if endpos is None else endpos)
            trials.append("M " + line)
            answers.append(describe(pattern.match(subject, pos, end)))
            trials.append("X " + line)
            answers.append(describe(pattern.fullmatch(subject, pos, end)))
            trials.append("R " + line)
            answers.append(describe(pattern.search(subject, pos, end)))
            trials.append("F " + line)
            answers.append("".join(describe(m) + ";" for m in pattern.finditer(subject, pos, end)))


def add(pattern, subjects, flags=0, **options):
    compiled = compile_code(pattern, flags)
    if compiled is None:
        return
    trials.append("P " + words(compiled[2], *compiled[1]))
    trials.append("V " + words(compiled[2], *compiled[1]))
    answers.append("1")
    for subject in subjects:
        try_subject(compiled, subject, **options)


def add_standard():
    """The patterns of the standard library's own tests, as they do it."""
    for test in re_tests.tests:
        pattern, subject = test[0], test[1]
        everywhere = [(0, None), (1, None), (0, 2), (1, 3)]
        for flags in (0, re.I, re.M, re.S, re.A, re.I | re.A):
            add(pattern, [subject], flags, windows=everywhere if not flags else [(0, None)])
        try:
            bpattern, bsubject = pattern.encode("ascii"), subject.encode("ascii")
        except (UnicodeEncodeError, AttributeError):
            continue
        add(bpattern, [bsubject], re.L)
        add(bpattern, [bsubject], re.L | re.I)


OWN = [
    (r"(?!(a)b)a", ["ac", "ab", "a"]),
    (r"(?!x*(a)b)a", ["ac", "ab", "a"]),
    (r"(?!x*?(a)b)xa", ["xac", "xab", "xa"]),
    (r"(?!(a)(?:b|c)d)a(c)", ["acx", "acd", "abd"]),
    (r"(?:(a)|b)*", ["abab", "ba", "ab", ""]),
    (r"(?:(a)|(b)|c)*", ["abcabc", "cba", "acb"]),
    (r"(?:x*(?:(a)|b)?)*c", ["xaxbc", "aabc", "xxabxxbac"]),
    (r"(a*)*", ["aaa", "b", ""]),
    (r"(a*?)*?b", ["aaab", "b", ""]),
    (r"(?:a?)*?y", ["aaay", "z", "y"]),
    (r"(?:(?:ab)?c)*?d", ["abcabcd", "cd", "abd"]),
    (r"((a)|b)*?c\2", ["abaca", "bbc", "abca"]),
    (r"(a)?b(?(1)c|d)", ["abc", "bd", "abd", "bc"]),
    (r"(?<=ab)c|(?<!ab)d", ["abc", "abd", "cd", "xd"]),
    (r"(?<=(a))b", ["ab", "b"]),
    (r"(?=(a+))a*b\1", ["baaabac", "aab"]),
    (r"(?i)straße|ſ|K", ["STRASSE", "straße", "s", "K", "k"]),
    (r"(?i)[à-ÿ]+", ["ÀÉÿ", "Ÿ", "àé÷"]),
    (r"(?i)[^à-ÿ]+", ["ÀÉÿ", "Ÿx", "abc"]),
    (r"[^\W\d_]+", ["ab1c_d", "éż9", "😀a"]),
    (r"[\d\s]+", ["1 2\t3a", "٣ ٤", "\x1c \x85\u2028"]),
    (r"\w+\b.\B", ["ab cd", "a..b", "żż "]),
    (r"(?s).*\n.*", ["ab\ncd", "\n", "ab"]),
    (r"(?m)^.*$", ["ab\ncd\n", "\n\n", ""]),
    (r"^$|\Z|$", ["", "\n", "a\n", "ab"]),
    (r"[\u0100-\u017f\u0400-\u04ff]+", ["aĀſЀӿb", "😀Ā"]),
    (r"[\U0001f600-\U0001f64f]", ["a😀b", "ab"]),
    (r"(?i)[\U00010400-\U00010427]+", ["𐐀𐐨x", "ab"]),
    (r"abcabd", ["abcabcabd", "abcab", "xxabcabdabcabd"]),
    (r"aab(c)", ["aaabc", "aabaabc", "aaab"]),
    (r"(abcab)x|y", ["abcabcabx", "y"]),
    (r"[ab][cd]", ["xacbd", "dcba"]),
    (r"a.*?b.*?c", ["axxbyyc" * 3, "a" + "b" * 40, "a" + "x" * 100 + "bc"]),
    (r'"[^"]*?"', ['say "hello" and "bye', '""']),
    (r"(?:a{2,4}?){2}b", ["aaaab", "aaaaaaaab", "aab"]),
    (r"x{2,3}x", ["xxxx", "xxx", "xx"]),
    (r"(x{0}y|z){1,2}", ["yz", "zzz", "x"]),
    (r"(\w+)\s+\1", ["the the", "a ab", "żó żó"]),
    (r"(?i)(\w+)\s+\1", ["The tHE", "ŻÓ żó", "ſ S"]),
    (r"(?a:\w)\w", ["aż", "ża"]),
    (r"(?:)*x", ["x", ""]),
    (r"(?:a|ab)(?:c|bcd)(?:d*)", ["abcd", "acd"]),
]


def add_own():
    for pattern, subjects in OWN:
        for subject in subjects:
            kind = kind_of(subject)
            add(pattern, [subject], kinds=[k for k in (1, 2, 4) if k >= kind],
                windows=[(0, None), (1, None), (0, 3), (2, 4), (3, 1), (9, 20)])
    # Long subjects must not need the host's stack.
    for pattern in (r"(?:ab)*c", r"(?:a|b)*", r"(?:a|b)*?$", r"(a|b)*c", r"((a)|(b))*", r"(?:.|\n)*?c"):
        add(pattern, ["ab" * 100])
        compiled = compile_code(pattern, 0)
        subject = "ab" * 50000
        trials.append("S " + words(1, *map(ord, subject)))
        trials.append("M 0 200000")
        answers.append(describe(compiled[0].match(subject)))


class Generator:
    """Random patterns, small enough not to take forever."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pattern(self):
        self.groups = 0
        self.closed = []
        return self.alternatives(3)

    def alternatives(self, depth):
        count = self.random.choice((1, 1, 1, 2, 3))
        return "|".join(self.sequence(depth) for _ in range(count))

    def sequence(self, depth):
        return "".join(self.quantified(depth) for _ in range(self.random.choice((0, 1, 1, 2, 2, 3))))

    def quantified(self, depth):
        atom = self.atom(depth)
        if self.random.random() < 0.45 and not atom.startswith(("^", "$", "\\b", "\\B")):
            atom += self.random.choice(("*", "+", "?", "{2}", "{1,2}", "{0,2}", "{2,}"))
            atom += self.random.choice(("", "", "?"))
        return atom

    def atom(self, depth):
        kind = self.random.randrange(14 if depth else 8)
        if kind < 5:
            return self.random.choice(("a", "b", "c", "a", "b", "é", "ż", "😀"[: depth]))
        if kind == 5:
            return self.random.choice((".", "[ab]", "[^a]", "[a-c]", r"\w", r"\W", r"[^\w]", r"[żb]"))
        if kind == 6:
            return self.random.choice(("^", "$", r"\b", r"\B", ".", "a"))
        if kind == 7 and self.closed:
            return "\\%d" % self.random.choice(self.closed)
        if kind in (8, 9, 10):
            self.groups += 1
            number = self.groups
            body = self.alternatives(depth - 1)
            self.closed.append(number)
            return "(%s)" % body
        if kind == 11:
            return "(?:%s)" % self.alternatives(depth - 1)
        if kind == 12:
            how = self.random.choice(("=", "!", "<=", "<!"))
            body = self.random.choice("abc") if "<" in how else self.alternatives(depth - 1)
            return "(?%s%s)" % (how, body)
        if kind == 13 and self.closed:
            return "(?(%d)%s|%s)" % (self.random.choice(self.closed), self.sequence(1), self.sequence(1))
        return "b"

    def subject(self):
        alphabet = self.random.choice(("ab", "abc", "aabbcC", "abcé ", "abżŻ\n", "ab😀c"))
        return "".join(self.random.choice(alphabet) for _ in range(self.random.randrange(10)))


def give_up(_signal, _frame):
    raise TimeoutError


def add_random(count):
    signal.signal(signal.SIGALRM, give_up)
    generator = Generator(20171005)
    for _ in range(count):
        pattern = generator.pattern()
        flags = generator.random.choice((0, 0, 0, re.I, re.M, re.S, re.A, re.I | re.A))
        subjects = [generator.subject() for _ in range(3)]
        pos = generator.random.randrange(3)
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        length = len(trials), len(answers)
        try:
            add(pattern, subjects, flags, windows=[(0, None), (pos, pos + generator.random.randrange(8))])
        except TimeoutError:  # exponential time: not for a test
            del trials[length[0]:], answers[length[1]:]
    signal.setitimer(signal.ITIMER_REAL, 0)


def add_damaged(count):
    """Code with a changed word: is it valid?"""
    rand = random.Random(310)
    sources = [test[0] for test in re_tests.tests] + [own[0] for own in OWN]
    codes = [c for c in (compile_code(p, rand.choice((0, re.I))) for p in sources) if c is not None]
    damaged = []
    for _ in range(count):
        pattern, code, groups = rand.choice(codes)
        code = list(code)
        for _ in range(rand.choice((1, 1, 2))):
            change = rand.choice((rand.randrange(45), rand.randrange(2**32), 2**32 - 1, None))
            at = rand.randrange(len(code))
            code[at] = (code[at] + rand.choice((-1, 1))) % 2**32 if change is None else change
        if rand.random() < 0.1:
            del code[rand.randrange(len(code)):]
        damaged.append((rand.choice((groups, groups, groups + 1, max(0, groups - 1))), code))
    valid = ask_validity(damaged)
    for (groups, code), answer in zip(damaged, valid):
        if answer is not None:
            trials.append("V " + words(groups, *code))
            answers.append(answer)


def ask_validity(damaged):
    """CPython's opinion of each code, or None where it crashes over it: asked in child processes."""
    valid = []
    while len(valid) < len(damaged):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            for groups, code in damaged[len(valid):]:
                try:
                    _sre.compile("", 0, code, groups, {}, tuple([None] * (groups + 1)))
                    os.write(writer, b"1")
                except RuntimeError:
                    os.write(writer, b"0")
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader, "rb") as file:
            valid.extend(chr(byte) for byte in file.read())
        if os.waitpid(child, 0)[1] != 0:
            valid.append(None)
    return valid


def add_cases():
    for ch in list(range(0x180)) + list(range(0x370, 0x560)) + [0x1E9E, 0x2126, 0x212A, 0x10400, 0x10428]:
        trials.append("C %d" % ch)
        answers.append("%d %d %s %s" % (
            _sre.ascii_tolower(ch), _sre.unicode_tolower(ch),
            str(_sre.ascii_iscased(ch)).lower(), str(_sre.unicode_iscased(ch)).lower()))


add_cases()
add_own()
add_standard()
add_random(int(sys.argv[3]) if len(sys.argv) > 3 else 1500)
add_damaged(3000)
for path, lines in ((sys.argv[1], trials), (sys.argv[2], answers)):
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
