"""What binascii returns and raises, printed."""
import binascii as B
import warnings
warnings.simplefilter("ignore")
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: B.a2b_uu(b'#86)C\n')); t(lambda: B.a2b_uu(b'\x80')); t(lambda: B.a2b_uu(b'')); t(lambda: B.a2b_uu('#86)C')); t(lambda: B.a2b_uu('é')); t(lambda: B.b2a_uu(b'abc')); t(lambda: B.b2a_uu(b'',backtick=True)); t(lambda: B.b2a_uu(b'\0',backtick=True)); t(lambda: B.b2a_uu(b'x'*46)); t(lambda: B.b2a_uu('a')); t(lambda: B.a2b_uu(b'!a b'))
t(lambda: B.a2b_base64(b'YWJj')); t(lambda: B.a2b_base64('YWJj\n')); t(lambda: B.a2b_base64(b'YWJ')); t(lambda: B.a2b_base64(b'Y')); t(lambda: B.a2b_base64(b'YWJjZ')); t(lambda: B.a2b_base64(b'====')); t(lambda: B.a2b_base64(5)); t(lambda: B.a2b_base64('é')); t(lambda: B.b2a_base64(b'abc')); t(lambda: B.b2a_base64(b'abc',newline=False)); t(lambda: B.b2a_base64('abc')); t(lambda: B.b2a_base64(memoryview(b'abcd')[1:])); t(lambda: B.a2b_base64()); t(lambda: B.a2b_base64(b'YW-Jj')); t(lambda: B.a2b_base64(b'YQ==YQ=='))
t(lambda: B.hexlify(b'\1\xff')); t(lambda: B.b2a_hex(b'abcdef',':')); t(lambda: B.hexlify(b'abcdef',b'-',2)); t(lambda: B.hexlify(b'abcdef','-',-2)); t(lambda: B.hexlify(b'abc','ab')); t(lambda: B.hexlify(b'abc',5)); t(lambda: B.hexlify(b'abc','é')); t(lambda: B.hexlify('a')); t(lambda: B.unhexlify(b'01ff')); t(lambda: B.unhexlify('01FF')); t(lambda: B.unhexlify('0')); t(lambda: B.unhexlify('0g')); t(lambda: B.a2b_hex('é')); t(lambda: B.unhexlify(5)); t(lambda: B.hexlify(data=b'a',sep=':',bytes_per_sep=1)); t(lambda: B.hexlify(b'ab','',1))
t(lambda: B.crc32(b'abc')); t(lambda: B.crc32(b'abc',5)); t(lambda: B.crc32(b'abc',2**40+1)); t(lambda: B.crc32(b'abc',-1)); t(lambda: B.crc32('a')); t(lambda: B.crc_hqx(b'abc',0)); t(lambda: B.crc_hqx(b'abc',2**20)); t(lambda: B.crc_hqx(b'abc')); t(lambda: B.crc32(b'a','a'))
t(lambda: B.a2b_qp(b'a=3Db=\nc')); t(lambda: B.a2b_qp('a_b',header=True)); t(lambda: B.b2a_qp(b'a=b\n')); t(lambda: B.b2a_qp(b'a b\tc ',quotetabs=True)); t(lambda: B.b2a_qp(b'a b',header=True)); t(lambda: B.b2a_qp(b'a\r\nb',istext=False)); t(lambda: B.b2a_qp(b'x'*100)); t(lambda: B.b2a_qp(data=b'.'))

t(lambda: B.rlecode_hqx(b'aaaaab\x90')); t(lambda: B.rledecode_hqx(b'a\x90\x05b\x90\0')); t(lambda: B.b2a_hqx(b'abc')); t(lambda: B.a2b_hqx(b'B@*M')); t(lambda: B.a2b_hqx(b'B@*M:')); t(lambda: B.a2b_hqx(b'\xff')); t(lambda: B.rledecode_hqx(b'\x90\x05')); t(lambda: B.rledecode_hqx(b'a\x90')); t(lambda: B.a2b_hqx(b'B'))
t(lambda: B.Error); t(lambda: B.Incomplete); t(lambda: B.Error.__mro__);
