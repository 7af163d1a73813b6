"""Sieve and transforms on bytearrays."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


n = 1000
sieve = bytearray([1]) * n
sieve[:2] = b"\0\0"
for i in range(2, 32):
    if sieve[i]:
        sieve[i * i::i] = bytes(len(range(i * i, n, i)))
assert sum(sieve) == 168
assert sieve.rfind(1) == 997
assert [i for i in range(20) if sieve[i]] == [2, 3, 5, 7, 11, 13, 17, 19]
b = bytearray(b"hello")
for i, c in enumerate(b):
    b[i] = c ^ 0x20
assert b == b"HELLO"
assert bytes(reversed(b)) == b"OLLEH"
acc = bytearray()
for i in range(300):
    acc += bytes([i & 255])
assert len(acc) == 300
assert acc[256] == 0
assert acc.count(b"\x05") == 2
raises(ValueError, "attempt to assign bytes of size 3 to extended slice of size 2", lambda: acc.__setitem__(slice(0, 4, 2), b"abc"))
