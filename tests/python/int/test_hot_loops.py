"""Loops over small integers with overflow into big ones."""


def mix(n):
    h = 0
    for i in range(n):
        h = (h * 31 + i) ^ (h >> 7)
        h &= 0xFFFFFFFFFFFFFFFF
    return h


def lcg(n):
    x = 1
    for _ in range(n):
        x = (x * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    return x


def sums(n):
    total = 0
    for i in range(n):
        total += i * i * i
    return total


def signs(n):
    x, out = 1, 0
    for i in range(n):
        x = -x * 3 if i % 2 else x - 7
        out ^= x
        if x > 2 ** 40 or x < -2 ** 40:
            x //= 1000003
    return out


def fact_mod(n, m):
    r = 1
    for i in range(2, n):
        r = r * i % m
    return r


print(mix(2000), lcg(2000), sums(3000), signs(2000), fact_mod(10007, 10007))
x, n = 1, 0
while x < 10 ** 30:
    x, n = x * 7 + n, n + 1
print(x, n)
a, b = 0, 1
for _ in range(300):
    a, b = b, a + b
print(a)
print(sum(i % 7 * (i & 3) - (i >> 2) for i in range(-1000, 1000)), sum(i // 7 - i % -5 for i in range(-500, 500)))
