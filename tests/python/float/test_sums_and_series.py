"""Series, accumulation and comparisons of floats."""

import math

e = sum(1 / math.factorial(k) for k in range(20))
pi = 4 * sum((-1) ** k / (2 * k + 1) for k in range(1000))
print(e, pi, sum([0.1] * 7), math.fsum([0.1] * 7), 0.1 + 0.7, 1.1 * 3, 1e16 + 1.0, 2.0 ** 0.5 * 2.0 ** 0.5)
x = 1.0
for _ in range(6):
    x = (x + 2 / x) / 2
print(x, x * x, x == math.sqrt(2))


def simpson(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + sum((4 if i % 2 else 2) * f(a + i * h) for i in range(1, n)))


print(round(simpson(lambda t: t * t, 0, 3), 9), round(simpson(math.sin, 0, math.pi), 6))
values = [3.5, -2.25, 0.0, 1e-300, -1e300]
print(sorted(values), min(values), max(values), [v > 0 for v in values], [int(v) for v in values[:3]])
half = 1.0
n = 0
while half / 2 > 0:
    half /= 2
    n += 1
print(half, n, [round(v, 1) for v in (0.25, 0.35, 0.45)], [f"{v:.3e}" for v in (12345.678, 0.00012, 0)])
print(7.0 // 2, -7.5 % 2, divmod(-7.5, 2), 1e308 * 10, -1e308 * 10, float("inf") - float("inf"), 0.0 == -0.0)
