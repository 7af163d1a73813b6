"""Places, hints and pickles of iterators; namespaces, views, orders of containers."""
import types
GenericAlias=types.GenericAlias; SimpleNamespace=types.SimpleNamespace; MappingProxyType=types.MappingProxyType; UnionType=types.UnionType
def out(x): print(x)
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        out(repr(r))
    except BaseException as e:
        out(type(e).__name__ + ': ' + repr(e.args))
def roundtrip(it):
    red = it.__reduce__()
    f, args = red[0], red[1]
    new = f(*args)
    if len(red) > 2: new.__setstate__(red[2])
    return list(new)
def steps(make):
    res = []
    for n in range(5):
        it = make()
        for _ in range(n): next(it, None)
        h = it.__length_hint__() if hasattr(it, '__length_hint__') else None
        res.append((h, roundtrip(it), list(it), h))
    return res
t(steps, lambda: iter([1,2,3]))
t(steps, lambda: reversed([1,2,3]))
t(steps, lambda: iter((1,2,3)))
t(steps, lambda: reversed((1,2,3)))
t(steps, lambda: iter({1:2,3:4,5:6}))
t(steps, lambda: iter({1:2,3:4}.items()))
t(steps, lambda: iter({1:2,3:4}.values()))
t(steps, lambda: reversed({1:2,3:4}))
t(steps, lambda: iter({1,2,3}))
t(steps, lambda: iter(range(1,10,3)))
t(steps, lambda: iter(range(2**64, 2**64+3)))
t(steps, lambda: enumerate('abc'))
t(steps, lambda: zip('abc', [1,2]))
t(steps, lambda: map(str, [1,2,3]))
t(steps, lambda: filter(None, [1,0,2,3]))
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
    def __len__(self): return 3
t(steps, lambda: iter(Seq()))
t(steps, lambda: reversed(Seq()))
def ss(it, n):
    it.__setstate__(n); return list(it)
for n in (-5, 0, 1, 2, 100):
    t(ss, iter([1,2,3]), n); t(ss, reversed([1,2,3]), n); t(ss, iter((1,2,3)), n); t(ss, iter(range(3)), n); t(ss, reversed(Seq()), n); t(ss, iter(Seq()), n); t(ss, iter(range(2**70,2**70+3)), n)
t(ss, iter([1]), 'a')
t(ss, iter([1]), 2**70)
t(lambda: next(iter([])))
t(lambda: next(iter([]), 5))
def grow():
    l=[1,2,3]; r=[]
    for x in l:
        r.append(x)
        if len(l) < 6: l.append(x*10)
    return r, l
t(grow)
def exhausted():
    l=[1]; it=iter(l); next(it); next(it, 0); l.append(2); return list(it)
t(exhausted)
def dictmut():
    d={1:1,2:2,3:3}; r=[]
    for k in d:
        d[k]=k*2; r.append(k)
    return r, d
t(dictmut)
def delall():
    d={i:i for i in range(50)}
    for k in list(d):
        if k % 3: del d[k]
    d.update(dict.fromkeys(range(40,60)))
    return d
t(delall)
def fifo():
    d={}
    for i in range(500):
        d[i]=i
        if i>=10: del d[next(iter(d))]
    return d
t(fifo)
def lifo():
    d={}
    for i in range(200):
        d[i]=i; d['x%d' % (i%7)]=i; d.popitem()
        if i%3==0: d.popitem()
    return d
t(lifo)
def setfifo():
    s=set()
    for i in range(300): s.add(i)
    for i in range(290): s.discard(i)
    return sorted(s), len(s)
t(setfifo)
class NS(SimpleNamespace): pass
t(lambda: NS(a=1))
def nsrec():
    n=SimpleNamespace(a=1); n.self=n; n.b=[n]; return n
t(nsrec)
t(lambda: sorted(vars(SimpleNamespace(b=1,a=2)).items()))
def nsdel():
    n=SimpleNamespace(a=1); del n.a; n.z=5; return n, n.__dict__
t(nsdel)
t(lambda: SimpleNamespace(**{'a b': 1}))
t(lambda: SimpleNamespace(a=1) == 5)
t(lambda: SimpleNamespace(a=1).__reduce__())
t(lambda: {}.keys() == {}.keys())
t(lambda: {1:2}.items() == {1:2}.items())
t(lambda: {1:2}.items() ^ {(1,3)})
t(lambda: {1:2}.items() | {(1,3)} == {(1,2),(1,3)})
t(lambda: {1:2}.keys() - 5)
t(lambda: list({1:2,3:4}.items() & [(3,4),(1,9)]))
t(lambda: {'a':1}.keys() & 'abc')
t(lambda: set('abc') & {'a':1}.keys())
t(lambda: {'a':1}.keys() > set())
t(lambda: {'a':1}.keys() != {'a'})
t(lambda: {'a':1}.values() == {'a':1}.values())
t(lambda: len({'a':1}.values()))
t(lambda: type({'a':1}.keys())())
t(lambda: type(iter([]))())
t(lambda: {}.keys().foo)
t(lambda: {}.fromkeys())
t(lambda: dict.fromkeys(5))
t(lambda: {1:2}.__ior__({3:4}))
t(lambda: {1:2}.__ror__({3:4}))
t(lambda: {1:2}.__or__(5))
t(lambda: [1,2,3].__reversed__().__next__())
t(lambda: [3,1,2].sort(key=lambda x: 1/0))
t(lambda: sorted([1,2,3], key=lambda x: -x, reverse=True))
t(lambda: sorted(['bb','a','ccc'], key=len))
t(lambda: sorted([[2],[1]], key=None))
t(lambda: sorted([1,None]))
t(lambda: max([1,5,3]), )
t(lambda: [1,2,3] > [1,2])
t(lambda: (1,2) >= (1,2))
t(lambda: [] < [1])
t(lambda: ((1,2),3) < ((1,3),0))
t(lambda: {1}.__and__([1]))
t(lambda: {1,2}.issuperset([1]))
t(lambda: {1} >= {1})
t(lambda: frozenset() is frozenset([]))
t(lambda: (lambda f: frozenset(f) is f)(frozenset([1])))
t(lambda: (lambda x: tuple(x) is x)((1,2)))
t(lambda: (lambda x: x[:] is x)((1,2)))
t(lambda: () is tuple([]))
t(lambda: [].__sizeof__() > 0)
t(lambda: set.__doc__ is None)
def f(*a, **k): return a, k
t(lambda: f(*range(3), **MappingProxyType({'a':1})))
t(lambda: f(**5))
t(lambda: f(*5))
t(lambda: f(**{1:2}))
