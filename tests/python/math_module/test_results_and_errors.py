"""What math returns and raises, printed."""
import math, cmath
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class A: pass
class Fl:
    def __float__(self): return 2.5
class Ix:
    def __index__(self): return 7
class FX:
    def __floor__(self): return 'f'
    def __ceil__(self): return 'c'
    def __trunc__(self): return 't'
inf=math.inf; nan=math.nan
one='acos acosh asin asinh atan cos cosh degrees erf exp fabs gamma lgamma log10 log2 radians sin sinh sqrt tan tanh ulp floor ceil trunc modf frexp isfinite isinf isnan factorial isqrt log fsum prod'.split()
for n in one:
    f=getattr(math,n)
    for a in (0, 1, -1, 0.5, 2.0, -0.0, 1000, -1000.5, inf,-inf,nan,10**400, 'a', A(), Fl(), Ix(), FX(), True, None, 1j, -0.5, 170.6, 172, 5e-324, 1e308):
        if n=='factorial' and a==10**400: continue
        print(n, a if not isinstance(a,(A,Fl,Ix,FX)) and a!=10**400 else type(a).__name__, end=' '); t(lambda: f(a))
    t(lambda: f()); t(lambda: f(1,2,3))
two='atan2 copysign fmod hypot pow remainder nextafter ldexp dist comb perm gcd lcm log isclose'.split()
vals=(0,1,-1,0.5,-0.0,2,inf,-inf,nan,10**400,'a',1e308,-3,3.0,Fl(),Ix())
for n in two:
    f=getattr(math,n)
    for a in vals:
        for b in vals:
            if n in('comb','perm') and 10**400 in(a,b): continue
            print(n, end=' '); t(lambda: f(a,b))
    t(lambda: f()); t(lambda: f(1)); t(lambda:f(1,2,3))
t(lambda: math.fsum([1e100,1,-1e100])); t(lambda: math.fsum([inf,-inf])); t(lambda: math.fsum([1e308]*3)); t(lambda: math.fsum(['a'])); t(lambda: math.fsum(3)); t(lambda: math.fsum([nan,inf])); t(lambda: math.fsum([.1]*10)); t(lambda: math.fsum([1,2,10**400]))
t(lambda: math.prod([1,2,3])); t(lambda: math.prod([1,2.5,3])); t(lambda: math.prod([2**62,2,2])); t(lambda: math.prod(['a'],start=2)); t(lambda: math.prod([1,2],start='a')); t(lambda: math.prod([])); t(lambda: math.prod([1],2)); t(lambda: math.prod([2.0,3,4])); t(lambda: math.prod([1.5,10**400])); t(lambda: math.prod(start=2))
t(lambda: math.dist((1,2),(4,6))); t(lambda: math.dist([1],[2])); t(lambda: math.dist((1,),(2,3))); t(lambda: math.dist(1,2)); t(lambda: math.dist((1,'a'),(2,3))); t(lambda: math.dist((),())); t(lambda: math.dist((inf,nan),(0,0)));t(lambda: math.dist('ab','cd'))
t(lambda: math.hypot()); t(lambda: math.hypot(3,4)); t(lambda: math.hypot(*range(10))); t(lambda: math.hypot('a')); t(lambda: math.hypot(1e300,1e300)); t(lambda: math.hypot(nan,inf)); t(lambda:math.hypot(x=1))
t(lambda: math.gcd()); t(lambda: math.gcd(12)); t(lambda: math.gcd(-12)); t(lambda: math.gcd(12,18,27)); t(lambda: math.gcd(10**40,10**20*7)); t(lambda: math.lcm()); t(lambda: math.lcm(4,6,10)); t(lambda: math.lcm(4,0)); t(lambda: math.lcm(10**20,-15)); t(lambda: math.lcm(-5)); t(lambda: math.gcd(1.0)); t(lambda:math.gcd(2,1.0)); t(lambda:math.lcm(0,1.0)); t(lambda: math.gcd(True)); t(lambda:math.gcd(-2**63)); t(lambda: math.lcm(-2**63,-2**63))
t(lambda: math.factorial(20)); t(lambda: math.factorial(50)); t(lambda: math.factorial(-1)); t(lambda: math.factorial(5.0)); t(lambda: math.factorial(5.5)); t(lambda: math.factorial(10**100)); t(lambda: math.factorial(-10**100)); t(lambda: math.factorial(1e100)); t(lambda:math.factorial(-1.0)); t(lambda:math.factorial(inf)); t(lambda: math.factorial('5'))
t(lambda: math.comb(10,3)); t(lambda: math.comb(100,50)); t(lambda: math.comb(3,10)); t(lambda: math.comb(-1,2)); t(lambda: math.comb(2,-1)); t(lambda: math.comb(1.5,2)); t(lambda: math.comb(10**50,2)); t(lambda: math.comb(10**50,10**50-1)); t(lambda: math.comb(10**30, 10**25)); t(lambda: math.perm(10,3)); t(lambda: math.perm(10)); t(lambda: math.perm(10,None)); t(lambda: math.perm(3,10)); t(lambda: math.perm(-1)); t(lambda: math.perm(5,-1)); t(lambda:math.perm(10**20,2)); t(lambda: math.perm(10**30,10**25)); t(lambda: math.perm(2.5)); t(lambda: math.comb(100,-10**50)); t(lambda: math.comb(-10**50,1))
t(lambda: math.isqrt(10**40)); t(lambda: math.isqrt(-1)); t(lambda: math.isqrt(2.0)); t(lambda: math.isqrt(2**63)); t(lambda: math.isqrt(Ix()))
t(lambda: math.log(8,2)); t(lambda: math.log(10**400)); t(lambda: math.log(10**400,10)); t(lambda: math.log(-10**400)); t(lambda: math.log(0)); t(lambda: math.log(2,1)); t(lambda: math.log(2,0)); t(lambda: math.log10(10**400)); t(lambda: math.log2(2**1000)); t(lambda: math.log2(2**2000)); t(lambda: math.log2(0)); t(lambda: math.log10(-5)); t(lambda: math.log(2,'a')); t(lambda:math.log(Ix())); t(lambda:math.log(8,10**400))
t(lambda: math.ldexp(1.0,10**10)); t(lambda: math.ldexp(1.0,-10**10)); t(lambda: math.ldexp(1.0,10**30)); t(lambda: math.ldexp(1.0,-10**30)); t(lambda: math.ldexp(1.0,2.5)); t(lambda: math.ldexp(inf,10**30)); t(lambda: math.ldexp(0.0,10**30)); t(lambda: math.ldexp(1,Ix())); t(lambda:math.ldexp(1,1023)); t(lambda:math.ldexp(1,1024))
t(lambda: math.isclose(1,1+1e-10)); t(lambda: math.isclose(1,2,rel_tol=-1)); t(lambda: math.isclose(1,2,abs_tol=1)); t(lambda: math.isclose(inf,inf)); t(lambda: math.isclose(1,2,rel_tol=.1,abs_tol=-1)); t(lambda: math.isclose(1,2,3)); t(lambda:math.isclose(a=1,b=1)); t(lambda:math.isclose('a',1))
t(lambda: math.pow(2,10000)); t(lambda: math.pow(-8,1/3)); t(lambda: math.pow(0,-1)); t(lambda: math.pow(inf,nan)); t(lambda: math.pow(1,nan)); t(lambda: math.pow(-1,inf)); t(lambda: math.pow(-inf,3)); t(lambda:math.pow(-0.0,-3))
t(lambda: math.exp(1000)); t(lambda: math.exp(-1000)); t(lambda: math.cosh(1000)); t(lambda: math.sinh(-1000)); t(lambda: math.expm1(1000)); t(lambda: math.gamma(171.7)); t(lambda: math.gamma(-200.5)); t(lambda: math.lgamma(1e308)); t(lambda: math.lgamma(-3)); t(lambda: math.acosh(.5)); t(lambda: math.atanh(1)); t(lambda: math.log1p(-1)); t(lambda: math.log1p(-2)); t(lambda: math.sqrt(-1))
t(lambda: math.fmod(inf,1)); t(lambda: math.fmod(1,inf)); t(lambda:math.fmod(5,-3)); t(lambda: math.remainder(5,3)); t(lambda: math.remainder(2.5,1)); t(lambda:math.remainder(inf,1)); t(lambda: math.remainder(1,0)); t(lambda:math.remainder(-0.0,1))
