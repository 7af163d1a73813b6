"""Each operator has an in-place form; the target is evaluated once."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


x = 7
x += 3
x -= 1
x *= 4
x //= 5
assert x == 7
x **= 2
x %= 10
x <<= 3
x >>= 1
x |= 1
x &= 0b110111
x ^= 2
assert x == 39
y = 3
y /= 2
assert y == 1.5
lst = [1]
same = lst
lst += (2,)
lst *= 2
assert same is lst
assert lst == [1, 2, 1, 2]
t = (1,)
other = t
t += (2,)
assert other == (1,)
assert t == (1, 2)
calls = []


def index():
    calls.append(1)
    return 0


data = [10]
data[index()] += 5
assert data == [15]
assert calls == [1]
pair = ([],)
try:
    pair[0] += [1]
except TypeError as e:
    assert str(e) == "'tuple' object does not support item assignment"
else:
    raise AssertionError
assert pair == ([1],)
raises(SyntaxError, "'tuple' is an illegal expression for augmented assignment (<string>, line 1)", exec, "a, b += 1")
raises(SyntaxError, "'function call' is an illegal expression for augmented assignment (<string>, line 1)", exec, "f() += 1")
