"""unicodedata.ucd_3_2_0: every property of samples of all planes."""
import unicodedata

u = unicodedata.ucd_3_2_0


def properties(c):
    return (
        u.category(c), u.bidirectional(c), u.mirrored(c), u.east_asian_width(c), u.decimal(c, -1), u.digit(c, -1),
        u.numeric(c, -1), u.combining(c), u.decomposition(c), u.name(c, ""), u.normalize("NFKC", c),
        u.normalize("NFD", c),
    )


for start in range(0, 0x30000, 0x1000):
    total = 0
    for code in range(start, start + 0x1000, 5):
        for ch in ascii(properties(chr(code))):
            total = (total * 33 + ord(ch)) & 0xFFFFFFFF
    print(hex(start), total)
