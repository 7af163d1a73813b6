"""While loops with else, break, continue and nested exits."""

n, seen = 0, []
while n < 10:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
    seen.append(n)
else:
    seen.append("else")
assert seen == [2, 4, 6]
assert n == 8
while False:
    raise AssertionError
else:
    seen = "ran"
assert seen == "ran"
out = []
i = 0
while i < 3:
    j = 0
    while True:
        if j == i:
            break
        out.append((i, j))
        j += 1
    i += 1
assert out == [(1, 0), (2, 0), (2, 1)]
k = 5
while k := k - 1:
    pass
assert k == 0


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


assert gcd(48, 36) == 12
total = 0
while 1:
    total += 1
    try:
        if total == 12:
            break
    finally:
        total += 10
assert total == 22
