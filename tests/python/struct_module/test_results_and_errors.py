"""What struct returns and raises, printed."""
import struct, _struct
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
for f in ('x','1','i','2i','ii q','<ihb','>e','!4s','5p','0p','P','n','?','c','10000000000000000000000000i','2','s','0s','\0','é',b'i','i\0',5,'3c','bBhHiIlLqQnNefd?','=l','@l'):
    print(repr(f),end=' '); t(lambda: struct.calcsize(f))
t(lambda: struct.pack('i',1)); t(lambda: struct.pack('i')); t(lambda: struct.pack('i',1,2)); t(lambda: struct.pack('i','a')); t(lambda: struct.pack('i',1.5)); t(lambda: struct.pack('b',200)); t(lambda: struct.pack('<b',200)); t(lambda: struct.pack('B',-1)); t(lambda: struct.pack('h',10**5)); t(lambda: struct.pack('>h',10**5)); t(lambda: struct.pack('<h',10**5)); t(lambda: struct.pack('i',2**31)); t(lambda: struct.pack('I',-1)); t(lambda: struct.pack('<I',-1));t(lambda: struct.pack('>I',2**32)); t(lambda: struct.pack('q',2**63)); t(lambda: struct.pack('>q',2**63)); t(lambda: struct.pack('<q',-2**63-1)); t(lambda: struct.pack('Q',-1)); t(lambda: struct.pack('Q',2**64)); t(lambda: struct.pack('>Q',2**64)); t(lambda: struct.pack('<Q',-1)); t(lambda: struct.pack('Q',2**64-1)); t(lambda: struct.pack('P',-1)); t(lambda: struct.pack('P',2**70)); t(lambda: struct.pack('n',2**63)); t(lambda: struct.pack('q',10**30))
t(lambda: struct.pack('f',1e40)); t(lambda: struct.pack('>f',1e40)); t(lambda: struct.pack('e',1e10)); t(lambda: struct.pack('f','a')); t(lambda: struct.pack('d',10**400)); t(lambda: struct.pack('f',10**400));  t(lambda: struct.pack('d',1)); t(lambda: struct.pack('c','a')); t(lambda: struct.pack('c',b'ab')); t(lambda: struct.pack('c',b'a')); t(lambda: struct.pack('c',bytearray(b'a'))); t(lambda: struct.pack('4s',b'ab')); t(lambda: struct.pack('4s',bytearray(b'ab'))); t(lambda: struct.pack('4s','ab')); t(lambda: struct.pack('4p',b'abcdef')); t(lambda: struct.pack('4p','a')); t(lambda: struct.pack('?',[])); t(lambda: struct.pack('?','a')); t(lambda: struct.pack('3x')); t(lambda: struct.pack()); t(lambda: struct.pack(5,1)); t(lambda: struct.pack(format='i')); t(lambda: struct.pack(b'i',3)); t(lambda: struct.pack('bhilq',1,2,3,4,5)); t(lambda: struct.pack('>bhilq',1,2,3,4,5)); t(lambda:struct.pack('3i',1,2,3)); t(lambda: struct.pack('e',float('nan')))
class Ix:
    def __index__(self): return 7
class Fl:
    def __float__(self): return 2.5
class Bad:
    def __bool__(self): raise KeyError(3)
    def __float__(self): raise KeyError(4)
    def __index__(self): raise KeyError(5)
t(lambda: struct.pack('i',Ix())); t(lambda: struct.pack('d',Fl())); t(lambda: struct.pack('d',Ix())); t(lambda: struct.pack('?',Bad())); t(lambda: struct.pack('d',Bad())); t(lambda: struct.pack('i',Bad()))
t(lambda: struct.unpack('i',b'abcd')); t(lambda: struct.unpack('i',b'abc')); t(lambda: struct.unpack('>2h1s',b'abcde')); t(lambda: struct.unpack('i',5)); t(lambda: struct.unpack('i','abcd')); t(lambda: struct.unpack('5p',b'\3abcd')); t(lambda: struct.unpack('5p',b'\xffabcd')); t(lambda: struct.unpack('0p',b'')); t(lambda: struct.unpack('c?',b'ab')); t(lambda: struct.unpack('Qq',b'\xff'*16)); t(lambda: struct.unpack('efd'[0],b'\0<')); t(lambda: struct.unpack('<fd',b'\0'*12)); t(lambda: struct.unpack('P',b'\xff'*8)); t(lambda: struct.unpack('i',memoryview(b'abcdefgh')[::2])); t(lambda: struct.unpack('i',memoryview(b'xabcdx')[1:5])); t(lambda: struct.unpack('i')); t(lambda: struct.unpack('bB',bytearray(b'\xff\xff')))
t(lambda: struct.unpack_from('i',b'xxabcd',2)); t(lambda: struct.unpack_from('i',b'xxabcd',3)); t(lambda: struct.unpack_from('i',b'xxabcd',-4)); t(lambda: struct.unpack_from('i',b'xxabcd',-3)); t(lambda: struct.unpack_from('i',b'xxabcd',-10)); t(lambda: struct.unpack_from('i',b'xxabcd',10)); t(lambda: struct.unpack_from('i',buffer=b'abcd',offset=0)); t(lambda: struct.unpack_from('i',b'abcd','a')); t(lambda: struct.unpack_from('i'))
b=bytearray(8)
def pi(*a):
    struct.pack_into(*a); return b
t(lambda: pi('i',b,2,5)); t(lambda: pi('i',b,5,5)); t(lambda: pi('i',b,-4,7)); t(lambda: pi('i',b,-3,7)); t(lambda: pi('i',b,-10,7)); t(lambda: pi('i',b'abcd',0,7)); t(lambda: pi('i',b,'a',7)); t(lambda: pi('i',b)); t(lambda: pi('i')); t(lambda: pi('i',b,0)); t(lambda: pi('i',b,0,1,2)); t(lambda: pi('h',b,0,10**6)); t(lambda: pi('i',b,10**30,1)); t(lambda: pi('i',b,-10**30,1)); t(lambda: pi()); t(lambda: pi('i',5,0,1)); t(lambda: pi('i',b,10,1))
t(lambda: list(struct.iter_unpack('h',b'abcd'))); t(lambda: list(struct.iter_unpack('h',b'abc'))); t(lambda: list(struct.iter_unpack('0h',b''))); t(lambda: list(struct.iter_unpack('h',b''))); i=struct.iter_unpack('h',b'abcdef'); t(lambda: i.__length_hint__()); t(lambda: next(i)); t(lambda: i.__length_hint__()); t(lambda: type(i)); t(lambda: iter(i) is i); 
S=struct.Struct
s=S('<ih');  t(lambda: s.pack(1,2)); t(lambda: s.pack(1)); t(lambda: s.pack()); t(lambda: s.unpack(b'abcdef')); t(lambda: s.unpack(b'')); t(lambda: s.unpack_from(b'xabcdefg',1)); t(lambda: list(s.iter_unpack(b'abcdef'))); t(lambda: s.pack_into(b,0,1,2)); t(lambda: b); t(lambda: s.pack_into(b)); t(lambda: s.pack_into()); t(lambda: s.pack_into(b,0,1)); t(lambda: s.unpack_from(b'')); t(lambda: s.unpack_from()); t(lambda: S()); t(lambda: S('z')); t(lambda: S(5)); t(lambda: S(format='i').size); t(lambda: S('i','i')); t(lambda: S('\u1234')); t(lambda: S(b'ii').format)
class T(S): pass
x=T('i'); x.a=1; t(lambda: (x.size,x.a,type(x)))
t(lambda: S.__new__(S).size); t(lambda: S.__new__(S).pack(1)); t(lambda: S.__new__(S).format); t(lambda: S.__new__(S).unpack(b'')); t(lambda: x.__sizeof__()>0)
t(lambda: struct.error); t(lambda: S); t(lambda: struct._clearcache()); 
y=T('i'); y.__init__('qq'); t(lambda: y.size)
t(lambda: s.size.__class__); 
try: s.size=3
except Exception as e: print(type(e),e)
