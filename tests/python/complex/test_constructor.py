"""The complex constructor."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert complex() == 0j
assert complex(1) == 1 + 0j
assert complex(1, 2) == 1 + 2j
assert complex(imag=2) == 2j
assert complex("1+2j") == 1 + 2j
assert complex(" (1-2j) ") == 1 - 2j
assert complex("j") == 1j
assert complex("-j") == -1j
assert complex("1e3") == 1000
assert complex("3.5J") == 3.5j
assert complex("1_0j") == 10j
assert complex("+1.5-.5j") == 1.5 - 0.5j
assert complex(1j, 1j) == -1 + 1j
assert complex(1.5, True) == 1.5 + 1j
assert str(complex("inf")) == "(inf+0j)"
assert str(complex("nan+infj")) == "(nan+infj)"
for text in ["", "1+", "1 + 2j", "1+2", "abc", "(1+2j", "1+2jj", "j1"]:
    raises(ValueError, "complex() arg is a malformed string", complex, text)
raises(TypeError, "complex() can't take second arg if first is a string", complex, "1", 2)
raises(TypeError, "complex() second arg can't be a string", complex, 1, "2")
raises(TypeError, "complex() first argument must be a string or a number, not 'list'", complex, [])
raises(TypeError, "complex() second argument must be a number, not 'list'", complex, 1, [])


class C:
    def __complex__(self):
        return 1 + 5j


class F:
    def __float__(self):
        return 2.5


class Bad:
    def __complex__(self):
        return 1


assert complex(C()) == 1 + 5j
assert complex(F(), F()) == 2.5 + 2.5j
raises(TypeError, "__complex__ returned non-complex (type int)", complex, Bad())
