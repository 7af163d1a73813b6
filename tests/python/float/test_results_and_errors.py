"""What float and complex return and raise, printed."""
import warnings
warnings.simplefilter("ignore")
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: 1.0//0); t(lambda: 1.0%0); t(lambda: divmod(1.0,0)); t(lambda: 1.0/0); t(lambda: 0.0**-1); t(lambda: 2.0**10000); t(lambda: (-8.0)**.5)
t(lambda: float('x')); t(lambda: float(b'x')); t(lambda: float('1_0')); t(lambda: float('1__0')); t(lambda: float('_1')); t(lambda:float('1_.0')); t(lambda: float('1e_5')); t(lambda:float([])); t(lambda: float(None)); t(lambda: float('')); t(lambda: float(' 1 ')); t(lambda: float(' x '));t(lambda: float(bytearray(b'x')));  t(lambda: float('1\0'));t(lambda: float('\u0661.5')); t(lambda: float('\u20001')); t(lambda: float(1,2)); t(lambda:float(x=1)); t(lambda:float(10**400))
class A:
    def __float__(self): return 'a'
class B(float): pass
class A:
    def __float__(self): return B(3)
t(lambda: float(A()))
t(lambda: round(1e308,-308)); t(lambda: round(1.7e308,-308)); t(lambda: round(float('nan'))); t(lambda: round(float('inf'))); t(lambda: round(1.5,'a')); t(lambda: round(1.5,None)); t(lambda: (1.5).__round__(1,2)); t(lambda: int(float('nan'))); t(lambda:int(float('-inf')))
t(lambda: float('nan').as_integer_ratio()); t(lambda: float('inf').as_integer_ratio());t(lambda:(0.5).as_integer_ratio())
t(lambda: float.__getformat__('x')); t(lambda:float.__getformat__('double')); t(lambda: float.__getformat__(5)); t(lambda: float.__setformat__('double','x')); t(lambda: float.__setformat__('double','IEEE, big-endian')); t(lambda: float.__setformat__('double','unknown'));t(lambda: float.__setformat__('double','IEEE, little-endian'))
t(lambda: float.fromhex('x')); t(lambda: float.fromhex('0x1p10000')); t(lambda: float.fromhex(5)); t(lambda: float.fromhex(' 0x1.8p1 ')); t(lambda:B.fromhex('0x1')); t(lambda: type(B.fromhex('0x1')))
t(lambda: format(1.5,'d')); t(lambda: format(1.5,'s')); t(lambda:(1.5).__format__(1)); t(lambda: format(1.5,'')); t(lambda: format(B(1.5),'')); t(lambda:format(B(1.5),'d')); t(lambda: format(True,'s'))
t(lambda: (1.5).__getnewargs__()); t(lambda: 1.5 .__trunc__()); t(lambda: 1.5 .__floor__()); t(lambda: 1.5 .__ceil__()); t(lambda: (1e300).__floor__()==int(1e300)); t(lambda: float('nan').__floor__()); t(lambda: float('inf').__ceil__()); t(lambda: float('inf').__trunc__())
t(lambda: pow(2.0,2,3)); t(lambda: (2.0).__pow__(2,3)); t(lambda: (2.0).__pow__(2,None)); t(lambda: 1.5 & 1); t(lambda: 1.5 < 'a'); t(lambda: ~1.5)
t(lambda: complex('x')); t(lambda: complex('1',2)); t(lambda: complex(1,'2')); t(lambda: complex([])); t(lambda: complex(1,[])); t(lambda: complex('1+2j')); t(lambda: complex(b'1')); t(lambda: complex(None)); t(lambda:complex(1,2,3)); t(lambda: complex(x=1)); t(lambda: complex(imag=2)); t(lambda: complex('1_0j')); t(lambda: complex(' 1 ')); t(lambda: complex('1__0')); t(lambda:complex('(1+2j) '));t(lambda: complex(1j,1j)); t(lambda: complex('\u0661')); t(lambda: complex('1\0'))
class C:
    def __complex__(self): return 1
t(lambda: complex(C()))
class D(complex): pass
class C:
    def __complex__(self): return D(1)
t(lambda: complex(C()));t(lambda: complex(1,C()))
t(lambda: 1j//1); t(lambda: 1j%1); t(lambda: divmod(1j,1)); t(lambda: 1j/0); t(lambda: 0j**-1); t(lambda: 0j**1j); t(lambda: (1e300j)**2.5); t(lambda: 1j<1); t(lambda: int(1j)); t(lambda: float(1j)); t(lambda: pow(1j,1,1)); t(lambda: (1e200+1e200j)**3); t(lambda: abs(complex(1e308,1e308)))
t(lambda: format(1j,'=10')); t(lambda: format(1j,'010')); t(lambda: format(1j,'d')); t(lambda: format(1j,'%')); t(lambda: (1j).__format__(1)); t(lambda: (1j).__getnewargs__()); t(lambda: (1j).conjugate());  t(lambda: complex.real); t(lambda: type(complex.__dict__['real'])); t(lambda: type(float.__dict__['real'])); t(lambda: type(int.__dict__['real']));t(lambda: 1j + 10**400); t(lambda: 1j==10**400); t(lambda: 1j == 1.0); t(lambda: hash(1j)); t(lambda: hash(1+0j)); t(lambda: 1j.__int__()); t(lambda: 1j.__bool__())
t(lambda: hash((1j,1.5))); t(lambda: 1j.__lt__(1)); t(lambda: 1j.__eq__('a')); t(lambda: 1.5.__eq__('a')); t(lambda: 1.5.__eq__(1j));t(lambda: (1j).__pow__(1,2)); t(lambda: (1j).__pow__('a')); t(lambda: 1j.real.__class__); t(lambda: complex('1e400')); t(lambda: float('1e400')); t(lambda: complex.__new__(int)); t(lambda: float.__new__(int)); t(lambda: float.__new__()); t(lambda: 1j+'a')
