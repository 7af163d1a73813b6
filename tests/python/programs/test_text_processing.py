"""Word counts, wrapping and encoding of a text."""

from collections import Counter

TEXT = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness"""
words = [w.strip(",.").lower() for w in TEXT.split()]
for word, n in Counter(words).most_common(4):
    print(f"{word:<8}{n:>3} {'#' * n}")
print(max(words, key=len), len(set(words)), " ".join(sorted(set(words))[:4]))
print("\n".join(line[::-1] for line in TEXT.splitlines()))


def caesar(text, k):
    return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in text)


assert caesar(caesar(TEXT, 3), -3) == TEXT
print(caesar("hello, world", 13))


def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out.append(f"{j - i}{s[i]}")
        i = j
    return "".join(out)


print(rle("aaabccdddd"))
print(TEXT.title().swapcase()[:22], TEXT.find("worst"), TEXT.count("it "), TEXT.encode().hex()[:10])


def to_roman(n):
    out = ""
    for v, s in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        count, n = divmod(n, v)
        out += s * count
    return out


print([to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)])
