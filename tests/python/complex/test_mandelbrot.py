"""A loop over complex numbers."""


def escapes(c, limit=30):
    z = 0j
    for n in range(limit):
        if abs(z) > 2:
            return n
        z = z * z + c
    return limit


for y in range(-6, 7, 2):
    print("".join("#" if escapes(complex(x / 10, y / 5)) == 30 else "." for x in range(-20, 10, 2)))
roots = [complex(-1, 0), complex(0.5, 3 ** 0.5 / 2), complex(0.5, -(3 ** 0.5) / 2)]
assert all(abs(r ** 3 + 1) < 1e-12 for r in roots)
assert abs(sum(roots)) < 1e-12
assert max(r.imag for r in roots) == 3 ** 0.5 / 2
