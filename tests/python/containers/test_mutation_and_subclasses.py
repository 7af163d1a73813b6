"""Containers that change while they are searched, sorted or copied; subclasses that override; calls of `<`."""
import types
GenericAlias=types.GenericAlias; SimpleNamespace=types.SimpleNamespace; MappingProxyType=types.MappingProxyType; UnionType=types.UnionType
def out(x): print(x)
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        out(repr(r))
    except BaseException as e:
        out(type(e).__name__ + ': ' + repr(e.args))
# keys whose __eq__ changes the dict
class K:
    def __init__(self, n): self.n = n; self.act = None
    def __hash__(self): return 5
    def __eq__(self, o):
        if self.act: a = self.act; self.act = None; a()
        return isinstance(o, K) and self.n == o.n
    def __repr__(self): return "K" + repr(self.n)
def mutate(kind, op):
    d = {}
    ks = [K(i) for i in range(4)]
    for k in ks: d[k] = k.n
    probe = K(2)
    def act():
        if kind == 0: d.clear()
        elif kind == 1: d['x'] = 1
        elif kind == 2: d.pop('zz', None); d[K(7)] = 7
        elif kind == 3:
            d.clear(); d[K(2)] = 'new'
        elif kind == 4:
            for i in range(30): d[i] = i
    ks[0].act = act
    if op == 0: r = d.get(probe)
    elif op == 1: d[probe] = 'set'; r = None
    elif op == 2: r = d.pop(probe, 'none')
    elif op == 3: r = probe in d
    elif op == 4: r = d.setdefault(probe, 'dflt')
    return r, len(d), sorted(map(repr, d.items()))[:6]
for kind in range(5):
    for op in range(5):
        t(mutate, kind, op)
def mutset(kind, op):
    s = set(); ks = [K(i) for i in range(4)]
    for k in ks: s.add(k)
    def act():
        if kind == 0: s.clear()
        elif kind == 1: s.add('x')
        elif kind == 2: s.clear(); s.add(K(2))
        elif kind == 3: s.intersection_update([1,2])
    ks[0].act = act
    probe = K(2)
    if op == 0: r = probe in s
    elif op == 1: r = s.add(probe)
    elif op == 2: r = s.discard(probe)
    return r, sorted(map(repr, s))
for kind in range(4):
    for op in range(3):
        t(mutset, kind, op)
# list changing while compared
class E:
    def __init__(self, l): self.l = l
    def __eq__(self, o): self.l.clear(); return False
def le(op):
    l = []
    l.extend([E(l), 1, 2, E(l)])
    return [lambda: l.index(5), lambda: l.count(5), lambda: 5 in l, lambda: l.remove(5), lambda: l == [1,2,3,4], lambda: l < [1,2,3,4]][op]()
for op in range(6): t(le, op)
class LT:
    def __init__(self, n): self.n = n
    def __lt__(self, o): log.append((self.n, o.n)); return self.n < o.n
    def __repr__(self): return "LT" + repr(self.n)
log = []
def cnt(seq):
    log.clear()
    r = sorted(map(LT, seq))
    return r, len(log), log[:10]
t(cnt, [3,1,2]); t(cnt, range(50)); t(cnt, range(50,0,-1)); t(cnt, [5,5,5,5,1,1,1]); t(cnt, [(i*7919)%101 for i in range(300)])
t(cnt, [(i*7919)%101 for i in range(100)] + list(range(100)) + list(range(200,100,-1)))
class Boom:
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        global left
        left -= 1
        if left == 0: raise ValueError('boom')
        return self.n < o.n
def boom(n):
    global left
    l = [Boom((i*31)%97) for i in range(97*2)]
    left = n
    try: l.sort()
    except ValueError: pass
    return sorted(x.n for x in l) == sorted([(i*31)%97 for i in range(97*2)])
left = 0
class B2:
    pass
for n in (1, 5, 100, 400, 700, 900, 1000, 1100, 1200, 1300): 
    def chk(n=n):
        global left
        l = [Boom((i*31)%97) for i in range(97*2)]
        left = n
        try: l.sort(); r = 'done'
        except ValueError: r = 'boom'
        left = -1
        xs = sorted([x.n for x in l]); return r, xs == sorted([(i*31)%97 for i in range(97*2)]), [x.n for x in l][:20]
    t(chk)
# subclasses
class D(dict):
    def __init__(self, *a, **k): dict.__init__(self, *a); self.k = k
    def __setitem__(self, k, v): dict.__setitem__(self, k, (v,))
    def keys(self): return ['kk']
    def __getitem__(self, k): return 'got'
t(lambda: D({1:2}, z=3))
t(lambda: D({1:2}, z=3).k)
t(lambda: dict(D({1:2})))
t(lambda: {}.__or__(D({1:2})))
t(lambda: dict(**D({'a':2})))
class D2(D):
    def __iter__(self): return iter(['it'])
t(lambda: dict(D2({1:2})))
t(lambda: D({1:2}).copy())
t(lambda: type(D.fromkeys('a')))
t(lambda: D.fromkeys('ab', 5))
class L(list):
    def __init__(self, *a): list.__init__(self, *a)
    def __len__(self): return 99
    def __getitem__(self, i): return 'item'
    def __iter__(self): return iter('xyz')
t(lambda: list(L([1,2])))
t(lambda: [0] + L([1,2]))
t(lambda: tuple(L([1,2])))
t(lambda: [*L([1,2])])
t(lambda: L([1,2]) == [1,2])
t(lambda: sorted(L([2,1])))
t(lambda: repr(L([1])))
class T(tuple):
    def __new__(cls, *a, **k): return tuple.__new__(cls, a)
    def __init__(self, *a, **k): self.k = k
t(lambda: T(1,2,x=3))
t(lambda: T(1,2,x=3).k)
t(lambda: T(1,2) + (3,))
t(lambda: T(1,2)[0:1])
class S(set):
    def __init__(self, it=(), extra=None): set.__init__(self, it); self.extra = extra
t(lambda: S([1], extra=5).extra)
t(lambda: S([1]) | {2})
t(lambda: type(S([1]).copy()))
class F(frozenset):
    def __new__(cls, it=(), extra=None): return frozenset.__new__(cls, it)
    def __init__(self, it=(), extra=None): self.extra = extra
t(lambda: F([1], extra=4).extra)
t(lambda: hash(F([1,2])) == hash(frozenset([2,1])))
class R(reversed): pass
t(lambda: list(R([1,2,3])))
class Z(zip): pass
t(lambda: list(Z([1,2],[3,4])))
class EN(enumerate): pass
t(lambda: list(EN([1,2])))
class M(map): pass
t(lambda: list(M(lambda x: x+1, [1,2])))
t(lambda: [x for x in iter(iter([1,2,3]).__next__, 2)])
class NoLen:
    def __iter__(self): return iter([1,2])
    def __length_hint__(self): return -1
t(lambda: list(NoLen()))
class BadHint:
    def __iter__(self): return iter([1,2])
    def __length_hint__(self): return 'a'
t(lambda: list(BadHint()))
class HintNI:
    def __iter__(self): return iter([1,2])
    def __length_hint__(self): return NotImplemented
t(lambda: list(HintNI()))
class LenErr:
    def __iter__(self): return iter([1,2])
    def __len__(self): raise ZeroDivisionError
t(lambda: list(LenErr()))
class LenTE:
    def __iter__(self): return iter([1,2])
    def __len__(self): raise TypeError
t(lambda: list(LenTE()))
class M2:
    def keys(self): return ['a', 'b']
    def __getitem__(self, k): return k * 2
t(lambda: dict(M2()))
t(lambda: {**M2()})
t(lambda: {1:2}.update(M2()))
t(lambda: MappingProxyType(M2())['x'])
t(lambda: list(MappingProxyType(M2()).keys()))
t(lambda: 5 in 5)
t(lambda: {}.__contains__([]))
t(lambda: type(dict.__dict__['fromkeys']))
t(lambda: list.__hash__)
t(lambda: (lambda: [].x)())
t(lambda: type([]) is list and isinstance([], list))
t(lambda: list.append.__qualname__)
t(lambda: [].append.__self__)
t(lambda: [].__iadd__.__name__)
t(lambda: list.__add__([1],[2]))
t(lambda: list.__add__((1,),[2]))
t(lambda: [1].__eq__((1,)))
def unp():
    a, *b = [1,2,3]; c, d = {1:2,3:4}; (e, f), g = [(1,2),3]; return a,b,c,d,e,f,g
t(unp)
def unp2():
    a, b = [1,2,3]
t(unp2)
def unp3():
    a, b, c = (1,2)
t(unp3)
def m(x):
    match x:
        case [1, *r]: return 'list', r
        case (2, y): return y
        case {'k': v, **rest}: return v, rest
        case list(z): return 'L', z
    return None
t(m, [1,2,3]); t(m, (2,5)); t(m, {'k':1,'j':2}); t(m, range(1,4)); t(m, [9]); t(m, {}); t(m, 'ab')
def nested():
    x=[]
    for i in range(200): x=[x]
    return len(repr(x))
t(nested)
t(lambda: [[1,2],[3]] < [[1,2],[4]])
t(lambda: {'a': [1, {'b': (2,)}]} == {'a': [1, {'b': (2,)}]})
t(lambda: {1:1, True:2, 1.0:3})
t(lambda: {0.0: 'a'}[-0.0])
t(lambda: {1: 'a'}[1.0])
t(lambda: 1.0 in [1,2])
t(lambda: True in [1,2])
t(lambda: [1,2].index(True))
t(lambda: 2**70 in [2**70])
t(lambda: [2**63, 1])
t(lambda: [1, 2**63-1, -2**63])
t(lambda: sorted([2**63, 1, -2**70]))
