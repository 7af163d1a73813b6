"""Writes trials of the codecs (see trial_main.ts) and CPython 3.10's answers. Usage: corpus.py TRIALS ANSWERS."""
import binascii
import random
import sys
import warnings

warnings.simplefilter("ignore")
rand = random.Random(310)
trials = []
answers = []


def attempt(name, function, data, a=0, b=0):
    trials.append("%s %d %d %s" % (name, a, b, data.hex()))
    try:
        result = function()
    except (binascii.Error, binascii.Incomplete) as error:
        result = str(error)
    if isinstance(result, bytes):
        result = result.hex()
    elif isinstance(result, tuple):
        result = "%s %s" % (result[0].hex(), str(bool(result[1])).lower())
    answers.append(str(result))


def signed(word):
    return word - (1 << 32) if word >= 1 << 31 else word


def sample(alphabet, longest):
    return bytes(rand.choice(alphabet) for _ in range(rand.randrange(longest)))


EVERY = bytes(range(256))
DIGITS64 = b"ABCDabcd0189+/"
TEXTS = [
    EVERY, b"", b"\0", b"ab \t\n.\n.", b"aa\x90\x90\x90\x90\x90", b"abc=\r\n", b"=C3=A9 x=\n y==3D=zz=4", b"x" * 200,
    b"line \r\nnext\t\nlast ", b"." * 3 + b"\n.\r\n.\0", b"a" * 255 + b"b" * 256 + b"c" * 600, b"  " * 60, b"a b\tc_d",
    b"\x90" * 4, b"\x90\0\x90\3", b"\x90\3", b"x\x90",
]
for text in TEXTS + [sample(EVERY, 90) for _ in range(150)]:
    for sep in (-1, 0x3A, 0):
        for group in (1, 2, 3, -1, -2, -5, 0, 1000):
            if sep < 0:
                attempt("hexlify", lambda: binascii.hexlify(text), text, sep, group)
            else:
                attempt("hexlify", lambda: binascii.hexlify(text, chr(sep), group), text, sep, group)
    attempt("b2a_base64", lambda: binascii.b2a_base64(text), text, 1)
    attempt("b2a_base64", lambda: binascii.b2a_base64(text, newline=False), text, 0)
    attempt("a2b_base64", lambda: binascii.a2b_base64(binascii.b2a_base64(text)), binascii.b2a_base64(text))
    for backtick in (0, 1):
        attempt("b2a_uu", lambda: binascii.b2a_uu(text, backtick=backtick), text, backtick)
    attempt("b2a_hqx", lambda: binascii.b2a_hqx(text), text)
    attempt("a2b_hqx", lambda: binascii.a2b_hqx(binascii.b2a_hqx(text)), binascii.b2a_hqx(text))
    attempt("a2b_hqx", lambda: binascii.a2b_hqx(binascii.b2a_hqx(text) + b":z"), binascii.b2a_hqx(text) + b":z")
    attempt("rlecode_hqx", lambda: binascii.rlecode_hqx(text), text)
    attempt("rledecode_hqx", lambda: binascii.rledecode_hqx(text), text)
    coded = binascii.rlecode_hqx(text)
    attempt("rledecode_hqx", lambda: binascii.rledecode_hqx(coded), coded)
    for start in (0, 1, 0xFFFFFFFF, 0x12345678):
        attempt("crc32", lambda: binascii.crc32(text, start), text, signed(start))
        attempt("crc_hqx", lambda: binascii.crc_hqx(text, start), text, signed(start))
    for flags in range(8):
        attempt("b2a_qp", lambda: binascii.b2a_qp(text, bool(flags & 1), bool(flags & 2), bool(flags & 4)), text, flags)
    for header in (0, 1):
        attempt("a2b_qp", lambda: binascii.a2b_qp(text, header), text, header)
    attempt("unhexlify", lambda: binascii.unhexlify(text), text)
for _ in range(400):
    text = sample(b"ab. \t\r\n=_x\x80", 30) * rand.choice((1, 1, 9))
    for flags in range(8):
        attempt("b2a_qp", lambda: binascii.b2a_qp(text, bool(flags & 1), bool(flags & 2), bool(flags & 4)), text, flags)
    text = sample(b"=\r\n aF09_z", 20)
    attempt("a2b_qp", lambda: binascii.a2b_qp(text, True), text, 1)
    text = sample(DIGITS64 + b"==\n", 16)
    attempt("a2b_base64", lambda: binascii.a2b_base64(text), text)
    text = sample(b"0123456789abcdefABCDEF", 12) + sample(b"0g", 3)
    attempt("unhexlify", lambda: binascii.unhexlify(text), text)
    text = bytes([rand.randrange(32, 80)]) + sample(EVERY[32:97] + b"\n", 20) + sample(b" `\r\nx", 4)
    attempt("a2b_uu", lambda: binascii.a2b_uu(text), text)
    text = sample(b"!\"#$%&'()*+,-012345689@ABCDE\n:", 20) + sample(b"7:", 3)
    attempt("a2b_hqx", lambda: binascii.a2b_hqx(text), text)
    text = sample(b"ab\x90\0\3", 12)
    attempt("rledecode_hqx", lambda: binascii.rledecode_hqx(text), text)
attempt("a2b_uu", lambda: binascii.a2b_uu(b""), b"")
# An empty answer at the end would be lost with the trailing line breaks.
attempt("crc32", lambda: 0, b"")
for path, lines in ((sys.argv[1], trials), (sys.argv[2], answers)):
    with open(path, "w", encoding="ascii") as file:
        file.write("\n".join(lines) + "\n")
