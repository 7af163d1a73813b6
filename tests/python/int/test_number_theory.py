"""Algorithms on large integers."""

import math


def is_prime(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


assert [n for n in range(50) if is_prime(n)] == [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
assert is_prime(2 ** 127 - 1)
assert not is_prime(2 ** 128 + 1)
assert is_prime(10 ** 18 + 9)


def egcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - a // b * y


a, b = 2 ** 100 + 277, 3 ** 60
g, x, y = egcd(a, b)
assert a * x + b * y == g == math.gcd(a, b)


def fibonacci(n):
    a, b = 0, 1
    for bit in bin(n)[2:]:
        a, b = a * (2 * b - a), a * a + b * b
        if bit == "1":
            a, b = b, a + b
    return a


assert fibonacci(10) == 55
assert fibonacci(100) == 354224848179261915075
assert len(str(fibonacci(5000))) == 1045
assert fibonacci(300) == fibonacci(299) + fibonacci(298)
p, q, e = 1000003, 1000033, 65537
d = pow(e, -1, (p - 1) * (q - 1))
assert pow(pow(424242, e, p * q), d, p * q) == 424242
root = math.isqrt(10 ** 100 * 2)
assert root * root <= 2 * 10 ** 100 < (root + 1) ** 2
assert str(root)[:10] == "1414213562"
