"""What cmath returns and raises, printed."""
import cmath
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
inf=float('inf');nan=float('nan')
class A: pass
class Fl:
    def __float__(self): return 2.5
class Cx:
    def __complex__(self): return 2.5+1j
parts=(0.0,-0.0,1.0,-1.0,2.5,inf,-inf,nan,1e308)
for n in 'acos acosh asin asinh atan atanh cos cosh exp isfinite isinf isnan log log10 phase polar sin sinh sqrt tan tanh'.split():
    f=getattr(cmath,n)
    for a in parts:
        for b in parts:
            print(n,a,b,end=' '); t(lambda: f(complex(a,b)))
    for a in (1,'a',A(),Fl(),Cx(),10**400,None,True): print(n,type(a).__name__, end=' '); t(lambda:f(a))
    t(lambda:f()); t(lambda: f(1,2,3))
for r in parts:
    for p in parts: print('rect',r,p,end=' '); t(lambda: cmath.rect(r,p))
t(lambda: cmath.log(2,3)); t(lambda: cmath.log(0)); t(lambda: cmath.log(2,1)); t(lambda: cmath.log(1j,0)); t(lambda: cmath.rect('a',1)); t(lambda: cmath.isclose(1,1j)); t(lambda: cmath.isclose(1,1+1e-12j)); t(lambda: cmath.isclose(1,2,rel_tol=-1)); t(lambda: (cmath.infj, cmath.nanj)); t(lambda: cmath.isclose(inf,inf)); t(lambda: cmath.isclose(1+1j,2,abs_tol=10))
