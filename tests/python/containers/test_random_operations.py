"""Random operations on lists, dicts and sets, by a generator of our own: a digest of each run's results."""

digest = 0


def out(line):
    """Adds a line to the digest."""
    global digest
    for ch in line:
        digest = (digest * 31 + ord(ch)) % 1000000007


def show(what, seed):
    global digest
    print(what, seed, digest)
    digest = 0


class R:
    def __init__(self, seed): self.s = seed
    def below(self, n):
        self.s = (self.s * 1103515245 + 12345) % 2147483648
        return (self.s // 65536) % n
def pick(r, kind):
    n = r.below(12)
    if kind == 0: return n
    if kind == 1: return n + 0.5
    if kind == 2: return 'k' + 'abcdefghijkl'[n]
    if kind == 3: return [n, n + 0.5, 'x', None, (n,), True][r.below(6)]
    return n * 10**18
def sl(r):
    def p():
        k = r.below(14)
        return None if k == 13 else k - 6
    s = r.below(6)
    return slice(p(), p(), [None, 1, 2, -1, -2, 3][s])
def one(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__ + repr(e.args)
def lists(seed):
    r = R(seed)
    l = []
    log = []
    for step in range(300):
        kind = r.below(5) if r.below(3) == 0 else step // 60
        a = r.below(26); v = pick(r, kind)
        i = r.below(20) - 10
        if a == 0: f = lambda: l.append(v)
        elif a == 1: f = lambda: l.insert(i, v)
        elif a == 2: f = lambda: l.pop()
        elif a == 3: f = lambda: l.pop(i)
        elif a == 4: f = lambda: l.remove(v)
        elif a == 5: f = lambda: l.reverse()
        elif a == 6: f = lambda: l.extend([pick(r, kind) for _ in range(r.below(5))])
        elif a == 7: f = lambda: l.index(v)
        elif a == 8: f = lambda: l.count(v)
        elif a == 9: f = lambda: l[sl(r)]
        elif a == 10: f = lambda: l.__setitem__(sl(r), [pick(r, kind) for _ in range(r.below(4))])
        elif a == 11: f = lambda: l.__delitem__(sl(r)) if r.below(3) == 0 else None
        elif a == 12: f = lambda: l[i]
        elif a == 13: f = lambda: l.__setitem__(i, v)
        elif a == 14: f = lambda: l.__delitem__(i)
        elif a == 15: f = lambda: l.sort()
        elif a == 16: f = lambda: l.sort(reverse=True)
        elif a == 17: f = lambda: l.sort(key=repr)
        elif a == 18: f = lambda: v in l
        elif a == 19: f = lambda: l + l[:2]
        elif a == 20: f = lambda: l * r.below(3)
        elif a == 21: f = lambda: l == list(l)
        elif a == 22: f = lambda: l < l[1:]
        elif a == 23: f = lambda: list(reversed(l))
        elif a == 24: f = lambda: (tuple(l), tuple(l)[sl(r)], tuple(l) < tuple(l[1:]))
        else: f = lambda: l.clear() if r.below(4) == 0 else l.copy()
        log.append(one(f))
        if len(l) > 40: del l[20:]
        log.append(repr(l))
    return log
for seed in range(8):
    for line in lists(seed): out(line)
    show("lists", seed)
def dicts(seed):
    r = R(seed)
    d = {}
    for step in range(200):
        kind = r.below(5) if r.below(3) == 0 else step // 40
        k = pick(r, kind)
        if kind == 3 and type(k) is tuple and r.below(5) == 0: k = [1]
        a = r.below(20)
        if a < 4: f = lambda: d.__setitem__(k, step)
        elif a == 4: f = lambda: d.pop(k)
        elif a == 5: f = lambda: d.pop(k, None)
        elif a == 6: f = lambda: d.popitem()
        elif a == 7: f = lambda: d.setdefault(k, step)
        elif a == 8: f = lambda: d[k]
        elif a == 9: f = lambda: d.get(k)
        elif a == 10: f = lambda: d.__delitem__(k)
        elif a == 11: f = lambda: k in d
        elif a == 12: f = lambda: d.update([(pick(r, kind), step) for _ in range(r.below(4))])
        elif a == 13: f = lambda: d | {k: 1}
        elif a == 14: f = lambda: (list(d), list(d.values()), list(d.items()))
        elif a == 15: f = lambda: d == dict(d.items())
        elif a == 16: f = lambda: list(reversed(d))
        elif a == 17: f = lambda: d.copy()
        elif a == 18: f = lambda: d.clear() if r.below(6) == 0 else None
        else: f = lambda: sorted(map(repr, d.keys() & {k, 1, 2, 'ka'}))
        out(one(f))
        out(repr(d))
for seed in range(8):
    dicts(seed)
    show("dicts", seed)
def sets(seed):
    r = R(seed)
    s = set()
    def other():
        x = [pick(r, kind) for _ in range(r.below(6))]
        return [set, frozenset, list, tuple][r.below(4)](x)
    def norm(x):
        if isinstance(x, (set, frozenset)): return type(x).__name__ + repr(sorted(map(repr, x)))
        return repr(x)
    for step in range(200):
        kind = r.below(5) if r.below(3) == 0 else step // 40
        k = pick(r, kind)
        a = r.below(24)
        o = other()
        if a < 4: f = lambda: s.add(k)
        elif a == 4: f = lambda: s.remove(k)
        elif a == 5: f = lambda: s.discard(k)
        elif a == 6: f = lambda: s | o
        elif a == 7: f = lambda: s & o
        elif a == 8: f = lambda: s - o
        elif a == 9: f = lambda: s ^ o
        elif a == 10: f = lambda: o | s
        elif a == 11: f = lambda: s.union(o, o)
        elif a == 12: f = lambda: s.intersection(o)
        elif a == 13: f = lambda: s.difference(o)
        elif a == 14: f = lambda: s.symmetric_difference(o)
        elif a == 15: f = lambda: s.issubset(o)
        elif a == 16: f = lambda: s.issuperset(o)
        elif a == 17: f = lambda: s.isdisjoint(o)
        elif a == 18: f = lambda: (s <= o, s < o, s == o)
        elif a == 19: f = lambda: s.update(o)
        elif a == 20: f = lambda: s.intersection_update(list(o) + list(s)[:3]) if 0 else s.difference_update(o)
        elif a == 21: f = lambda: s.symmetric_difference_update(o)
        elif a == 22: f = lambda: k in s
        else: f = lambda: len(s.copy())
        try: out(norm(f()))
        except Exception as e: out(type(e).__name__ + repr(e.args))
        out(norm(s))
for seed in range(8):
    sets(seed)
    show("sets", seed)
