"""Arithmetic: small and larger ints, floats, mixed, long ints."""


def int_add(n=500000):
    x = 0
    for i in range(n):
        x = x + i - 3


def int_multiply(n=300000):
    x = 0
    for i in range(n):
        x = i * 7 + i // 3 + i % 5


def int_bits(n=300000):
    x = 0
    for i in range(n):
        x = (x ^ i) & 0xFFFF | (i << 3) >> 2


def int_divide(n=300000):
    x = 0
    for i in range(n):
        x = i / 3


def int_negative(n=300000):
    x = 0
    for i in range(n):
        x = -i
        abs(x)


def int_power(n=200000):
    for i in range(n):
        i ** 2


def float_add(n=500000):
    x = 0.0
    y = 1.5
    for i in range(n):
        x = x + y - 0.25


def float_multiply(n=300000):
    x = 0.5
    y = 1.5
    for i in range(n):
        x = x * 0.5 + y * y / 3.0


def float_mixed(n=300000):
    y = 1.5
    for i in range(n):
        y * i + 2


def float_power(n=200000):
    y = 1.5
    for i in range(n):
        y ** 2


def float_compare(n=300000):
    x = 0.5
    count = 0
    for i in range(n):
        if x < 1.0 and x > 0.0:
            count += 1


def long_add(n=100000):
    x = 1 << 100
    for i in range(n):
        x = x + i


def long_multiply(n=1500):
    x = 1
    for i in range(1, n):
        x = x * i
