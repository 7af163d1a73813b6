"""The resident set with a million instances of three attributes in a list: prints one line of JSON, in kilobytes."""


class Point:
    def __init__(self, x, y, name):
        self.x = x
        self.y = y
        self.name = name


def resident():
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
    return 0


before = resident()
points = [Point(i, i * 0.5, "p") for i in range(1000000)]
after = resident()
assert len(points) == 1000000 and points[999999].y == 499999.5
print('{"before": %d, "after": %d}' % (before, after))
