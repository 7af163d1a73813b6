"""What the generator below random returns and raises, printed."""
import _random
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
R=_random.Random
for s in (0,1,-1,5,2**32,2**100,-2**100,1.5,'abc',b'x',None.__class__,(1,2)):
    if isinstance(s,(str,bytes,type)): continue
    r=R(s); print(s, r.random(), r.getrandbits(5), r.getrandbits(64), r.getrandbits(100))
r=R(3); t(lambda: r.getrandbits(0)); t(lambda: r.getrandbits(-1)); t(lambda: r.getrandbits('a')); t(lambda: r.getrandbits(1.5)); t(lambda: r.getrandbits(10**20)); t(lambda: r.getrandbits()); t(lambda: r.random(1)); t(lambda: r.seed(4)); t(lambda: r.random()); t(lambda: r.seed([])); t(lambda: r.seed(1,2)); t(lambda: r.seed(None)); t(lambda: r.seed()); r.seed(9); st=r.getstate(); t(lambda: (len(st),type(st),st[:3],st[-1])); a=r.random(); r.setstate(st); t(lambda: r.random()==a)
t(lambda: r.setstate(5)); t(lambda: r.setstate((1,2))); t(lambda: r.setstate(tuple([1]*624)+('a',))); t(lambda: r.setstate(tuple([1]*624)+(700,))); t(lambda: r.setstate(tuple([1]*624)+(-1,))); t(lambda: r.setstate(tuple([0]*624)+(3,))); t(lambda: r.setstate(tuple([-1]*624)+(3,)));t(lambda: r.setstate(tuple([2**40]*624)+(3,))); t(lambda: r.setstate(list(st)))
class S(R):
    def __new__(cls,*a,**k): return R.__new__(cls)
    def __init__(self,x=None): super().seed(x); self.q=1
t(lambda: (S(5).random(),S(5).q)); t(lambda: R(1,2));  t(lambda: R([])); t(lambda: R); t(lambda: type(R().random())); t(lambda: hasattr(r,'__dict__'))
