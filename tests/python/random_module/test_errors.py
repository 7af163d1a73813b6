"""Errors of the random module."""

import random


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


r = random.Random(1)
raises(ValueError, "empty range for randrange()", r.randrange, 0)
raises(ValueError, "empty range for randrange() (5, 5, 0)", r.randrange, 5, 5)
raises(ValueError, "zero step for randrange()", r.randrange, 0, 5, 0)
raises(ValueError, "empty range for randrange() (5, 4, -1)", r.randint, 5, 3)
raises(IndexError, "list index out of range", r.choice, [])
raises(ValueError, "Sample larger than population or is negative", r.sample, [1], 2)
raises(TypeError, "Population must be a sequence.  For dicts or sets, use sorted(d).", r.sample, {1: 2}, 1)
raises(ValueError, "The number of weights does not match the population", r.choices, [1, 2], [1])
raises(ValueError, "Total of weights must be greater than zero", r.choices, [1], [0])
raises(ValueError, "number of bits must be non-negative", r.getrandbits, -1)
raises(TypeError, "unhashable type: 'list'", r.seed, [])
assert 0 <= r.random() < 1
assert r.choices([1], k=0) == []
assert r.sample([], 0) == []
assert r.getrandbits(0) == 0
assert r.randrange(5, 6) == 5
assert 0 <= random.random() < 1
assert random.SystemRandom().randrange(10) in range(10)
