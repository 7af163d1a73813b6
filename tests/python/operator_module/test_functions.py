"""The operator module."""

import operator as op


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert op.add(1, 2) == 3
assert op.sub(5, 3) == 2
assert op.mul("a", 3) == "aaa"
assert op.truediv(1, 2) == 0.5
assert op.floordiv(7, 2) == 3
assert op.mod(7, 3) == 1
assert op.pow(2, 3) == 8
assert op.neg(1) == -1
assert op.invert(0) == -1
assert op.lt(1, 2)
assert op.ge(2, 2)
assert op.ne(1, 2)
assert op.eq("a", "a")
assert op.is_(None, None)
assert op.is_not(1, None)
assert op.not_(0)
assert op.truth([1])
assert op.contains([1], 1)
assert op.concat([1], [2]) == [1, 2]
assert op.getitem([5], 0) == 5
assert op.indexOf([1, 2], 2) == 1
assert op.countOf([1, 1], 1) == 2
assert op.index(3) == 3
assert op.and_(6, 3) == 2
assert op.xor(6, 3) == 5
assert op.lshift(1, 3) == 8
assert op.abs(-1) == 1
d = {}
op.setitem(d, "k", 1)
op.delitem(d, "k")
assert d == {}
assert op.iadd([1], [2]) == [1, 2]
assert op.__add__ is op.add
assert op.ipow(2, 3) == 8
assert op.itemgetter(1)("abc") == "b"
assert op.itemgetter(0, 2)("abc") == ("a", "c")
assert op.itemgetter("k")({"k": 5}) == 5
assert op.itemgetter(slice(1, 3))("abcd") == "bc"
assert op.attrgetter("real")(5) == 5
assert op.attrgetter("real", "imag")(1j) == (0.0, 1.0)
assert op.attrgetter("__class__.__name__")(5) == "int"
assert op.methodcaller("upper")("a") == "A"
assert op.methodcaller("split", ",", maxsplit=1)("a,b,c") == ["a", "b,c"]
assert repr(op.itemgetter(1, 2)) == "operator.itemgetter(1, 2)"
assert repr(op.attrgetter("a.b")) == "operator.attrgetter('a.b')"
assert repr(op.methodcaller("f", 1, k=2)) == "operator.methodcaller('f', 1, k=2)"
raises(ValueError, "sequence.index(x): x not in sequence", op.indexOf, [1], 2)
raises(TypeError, "attribute name must be a string", op.attrgetter, 5)
raises(TypeError, "method name must be a string", op.methodcaller, 5)
raises(AttributeError, "'int' object has no attribute 'nope'", op.attrgetter("nope"), 5)
