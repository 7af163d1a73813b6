"""What array returns and raises, printed."""
import array
from array import array as A
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: A('i')); t(lambda: A('i',[1,2,3])); t(lambda: A('u','abc')); t(lambda: A('u')); t(lambda: A('d',[1,2.5])); t(lambda: A('b',b'\x01\xff')); t(lambda: A('B',bytearray(b'ab'))); t(lambda: A('z')); t(lambda: A('ii')); t(lambda: A(5)); t(lambda: A()); t(lambda: A('i','abc')); t(lambda: A('u',[1])); t(lambda: A('u',['a','bc'])); t(lambda: A('i',A('d',[1.5]))); t(lambda: A('i',A('h',[1,2]))); t(lambda: A('u',A('i',[1]))); t(lambda: A('i',5)); t(lambda: A('i',iter([1,2]))); t(lambda: A('i',(1,2))); t(lambda: A('i',range(3))); t(lambda: A('i',b'abc')); t(lambda: A('i',b'abcdefgh')); t(lambda: A('i',[1],2)); t(lambda: A('i',x=1)); t(lambda: A('i',[2**31])); t(lambda: A('i',[-2**31-1])); t(lambda: A('I',[-1])); t(lambda: A('I',[2**32])); t(lambda: A('b',[128])); t(lambda: A('b',[-129])); t(lambda: A('B',[256])); t(lambda: A('B',[-1])); t(lambda: A('h',[2**15])); t(lambda: A('h',[-2**15-1])); t(lambda: A('H',[2**16])); t(lambda: A('H',[-1])); t(lambda: A('l',[2**63])); t(lambda: A('L',[2**64])); t(lambda: A('L',[-1])); t(lambda: A('q',[2**63])); t(lambda: A('Q',[-1])); t(lambda: A('Q',[2**64])); t(lambda: A('Q',[2**64-1])); t(lambda: A('i',[1.5])); t(lambda: A('i',['a'])); t(lambda: A('d',['a'])); t(lambda: A('f',[1e40,1.1])); t(lambda: A('d',[10**400])); t(lambda: A('b',['a'])); t(lambda: A('I',['a'])); t(lambda: A('Q',['a'])); t(lambda: A('Q',[1.5])); t(lambda: A('I',[1.5])); t(lambda: A('q',['a'])); t(lambda: A('L',[1.5])); t(lambda: A('l',[1.5]))
class Ix:
    def __index__(self): return 7
t(lambda: [A(c,[Ix()]) for c in 'bBhHiIlLqQfd'])
a=A('i',range(10)); t(lambda: a[3]); t(lambda: a[-1]); t(lambda: a[10]); t(lambda: a['a']); t(lambda: a[1.5]); t(lambda: a[2:5]); t(lambda: a[::2]); t(lambda: a[::-1]); t(lambda: a[5:2]); t(lambda: a[10**30]); t(lambda: len(a)); t(lambda: a.itemsize); t(lambda: a.typecode); t(lambda: 3 in a); t(lambda: 'x' in a); t(lambda: a.index(3)); t(lambda: a.index(30)); t(lambda: a.index(3,4)); t(lambda: a.index(5,2,4)); t(lambda: a.index(9,-1)); t(lambda: a.count(3)); t(lambda: list(a));  t(lambda: a+A('i',[1])); t(lambda: a+A('h',[1])); t(lambda: a+[1]); t(lambda: a*2); t(lambda: 2*a); t(lambda: a*-1); t(lambda: a*'a'); t(lambda: [1]+a)
def m(code,a=None):
    a=A('i',range(10))
    try: exec(code,{'a':a,'A':A}); print(code,a)
    except BaseException as e: print(code,type(e).__name__,e)
for c in ['a[3]=5','a[3]="x"','a[30]=5','a[3]=2**40','a["x"]=5','a[2:5]=A("i",[7,8])','a[2:5]=[1]','a[2:5]=A("h",[1])','a[::2]=A("i",[1,2,3,4,5])','a[::2]=A("i",[1])','a[2:2]=A("i",[7])','a[5:2]=A("i",[7])','a[2:5]=a','del a[3]','del a[30]','del a[2:5]','del a[::2]','del a[::-3]','a.append(5)','a.append("x")','a.append()','a.extend([1,2])','a.extend(A("i",[1]))','a.extend(A("h",[1]))','a.extend(5)','a.extend(["x"])','a.extend(a)','a.fromlist([1,2])','a.fromlist((1,2))','a.fromlist([1,"a"])','a.frombytes(b"abcd")','a.frombytes(b"abc")','a.frombytes(5)','a.frombytes("abcd")','a.frombytes(A("h",[1,2]))','a.fromunicode("a")','a.insert(2,99)','a.insert(-1,99)','a.insert(100,99)','a.insert(-100,99)','a.insert("a",1)','a.insert(1)','a.pop()','a.pop(0)','a.pop(-2)','a.pop(20)','a.pop("a")','a.remove(3)','a.remove(30)','a.reverse()','a.byteswap()','a+=A("i",[1])','a+=[1]','a*=2','a*=0','a*="a"','a+=A("h",[1])','print(a.tolist(),a.tobytes(),a.buffer_info()[1])','a.tounicode()','a.typecode="x"','a[2:5]=5','a.extend(range(3))']: m(c)
t(lambda: A('u','añ€😀').tounicode()); t(lambda: A('u','ab').tobytes()); x=A('u','ab'); x.fromunicode('cd'); t(lambda: x); t(lambda: x.fromunicode(5)); t(lambda: x.append('x')); t(lambda: x.append('xy')); t(lambda: x.append(5)); t(lambda: x[0]); t(lambda: x.index('b')); t(lambda: x==A('u','abcdx'))
t(lambda: A('i',[1,2])==A('i',[1,2])); t(lambda: A('i',[1,2])==A('d',[1,2])); t(lambda: A('i',[1,2])==[1,2]); t(lambda: A('i',[1,2])<A('i',[1,3])); t(lambda: A('i',[1,2])<A('i',[1,2,0])); t(lambda: A('i',[1,2])<[1]); t(lambda: A('i',[])!=A('d',[])); t(lambda: hash(A('i'))); t(lambda: A('i',[1])>=A('i',[1])); t(lambda: A('d',[float('nan')])==A('d',[float('nan')])); t(lambda: A('i',[1,2])!=A('i',[1,3])); t(lambda: A('i',[2])>A('h',[1]))
m=memoryview(A('i',[1,2,3])); t(lambda: (m.format,m.itemsize,m.shape,m[1],m.tolist(),m.nbytes,m.readonly)); a=A('i',[1,2,3]); m=memoryview(a); 
t(lambda: a.append(1)); t(lambda: a.pop()); 
def s(): m[0]=9
t(s); t(lambda: a); m.release(); t(lambda: a.append(4)); t(lambda: a); t(lambda: memoryview(A('u','a')).format); t(lambda: bytes(A('h',[1,2]))); t(lambda: [memoryview(A(c)).format for c in 'bBhHiIlLqQfd'])
import copy
t(lambda: a.__reduce_ex__(3)); t(lambda: a.__reduce_ex__(2)); t(lambda: a.__reduce_ex__(0));  t(lambda: copy.copy(a)); t(lambda: copy.deepcopy(a)); t(lambda: array._array_reconstructor(A,'i',8,b'\1\0\0\0\2\0\0\0')); t(lambda: array._array_reconstructor(A,'i',99,b'')); t(lambda: array._array_reconstructor(A,'h',7,b'\0\1')); t(lambda: array._array_reconstructor(A,'h',9,b'\0\1')); t(lambda: array._array_reconstructor(list,'h',9,b'\0\1')); t(lambda: array._array_reconstructor(A,'d',16,bytes(8))); t(lambda: array._array_reconstructor(A,'h',9,'a'))
class S(A):
    def __init__(self,*a): self.z=1
x=S('i',[1,2]); t(lambda: (x,x.z,type(x[0:1]),type(x+x))); t(lambda: x.__reduce_ex__(3)); t(lambda: x.__dict__)
i=iter(A('i',[1,2])); t(lambda: next(i)); t(lambda: i.__reduce__()); t(lambda: i.__setstate__(0)); t(lambda: next(i)); t(lambda: list(i)); t(lambda: i.__reduce__()); t(lambda: type(i)); t(lambda: i.__length_hint__())
t(lambda: array.typecodes); t(lambda: array.ArrayType is A); t(lambda: A); t(lambda: A.__doc__[:20]); t(lambda: A('i',[1,2]).__sizeof__()); t(lambda: A[int]); t(lambda: repr(A('f',[1.1]))); t(lambda: A('q',[-2**63])); t(lambda: A('i',[1,2]).byteswap()); 
y=A('d',[1.0]); y.byteswap(); t(lambda: y); z=A('h',[1]); z.byteswap(); t(lambda: z)
import io
f=io.BytesIO(b'abcdefgh'); w=A('i'); t(lambda: w.fromfile(f,1)); t(lambda: w); t(lambda: w.fromfile(f,5)); t(lambda: w); t(lambda: w.fromfile(f,-1)); o=io.BytesIO(); t(lambda: w.tofile(o)); t(lambda: o.getvalue())
match A('i',[1,2]):
    case [a,b]: print('matched',a,b)
    case _: print('no')
