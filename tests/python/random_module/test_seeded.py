"""The same seed gives the same numbers as everywhere."""

import random

r = random.Random(42)
assert [r.random() for _ in range(3)] == [0.6394267984578837, 0.025010755222666936, 0.27502931836911926]
assert [r.randint(1, 100) for _ in range(5)] == [29, 18, 95, 14, 87]
r.seed(1)
first = [r.getrandbits(32) for _ in range(2)]
r.seed(1)
assert [r.getrandbits(32) for _ in range(2)] == first == [577090037, 2444712010]
r.seed("text")
a = r.random()
r.seed("text")
assert r.random() == a
state = r.getstate()
x = [r.random() for _ in range(5)]
r.setstate(state)
assert [r.random() for _ in range(5)] == x
assert random.Random(1.5).random() == random.Random(1.5).random()
assert random.Random(b"b").random() == random.Random(b"b").random()
assert random.Random(0).getrandbits(100) == 1169245609517217401678349469645
r = random.Random(5)
l = list(range(10))
r.shuffle(l)
print(l, r.choice("abcdef"), r.sample(range(100), 4), r.choices("ab", weights=[1, 3], k=6), r.randrange(0, 100, 7))
print([round(v, 12) for v in (r.uniform(1, 2), r.gauss(0, 1), r.normalvariate(0, 1), r.expovariate(2), r.betavariate(1, 2), r.triangular(0, 1, 0.5), r.paretovariate(3), r.weibullvariate(1, 2), r.vonmisesvariate(0, 1), r.gammavariate(2, 1), r.lognormvariate(0, 1))])
print(r.randbytes(4), r.getrandbits(65), random.Random(10 ** 50).random(), random.Random(-7).random() == random.Random(7).random())
