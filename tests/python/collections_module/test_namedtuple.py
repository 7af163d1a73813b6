"""Named tuples."""

from collections import namedtuple


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


P = namedtuple("P", "x y")
p = P(1, y=2)
assert p == (1, 2)
assert p.x == 1
assert p._fields == ("x", "y")
assert repr(p) == "P(x=1, y=2)"
assert p._asdict() == {"x": 1, "y": 2}
assert p._replace(x=9) == (9, 2)
assert P._make([3, 4]) == (3, 4)
x, y = p
assert (x, y) == (1, 2)
assert isinstance(p, tuple)
assert P.__name__ == "P"
assert P.__doc__ == "P(x, y)"
assert P.x.__doc__ == "Alias for field number 0"
assert P.__match_args__ == ("x", "y")
assert p.__slots__ == ()
D = namedtuple("D", ["a", "b", "c"], defaults=(2, 3))
assert D(1) == (1, 2, 3)
assert D._field_defaults == {"b": 2, "c": 3}
assert namedtuple("R", "a def a _b 1c", rename=True)._fields == ("a", "_1", "_2", "_3", "_4")
raises(TypeError, "P.__new__() missing 1 required positional argument: 'y'", P, 1)
raises(TypeError, "P.__new__() takes 3 positional arguments but 4 were given", P, 1, 2, 3)
raises(TypeError, "Expected 2 arguments, got 1", P._make, [1])
raises(ValueError, "Got unexpected field names: ['z']", lambda: p._replace(z=1))
raises(AttributeError, "can't set attribute", setattr, p, "x", 5)
raises(AttributeError, "'P' object has no attribute 'z'", setattr, p, "z", 5)
raises(ValueError, "Type names and field names must be valid identifiers: '1x'", namedtuple, "N", "1x")
raises(ValueError, "Type names and field names cannot be a keyword: 'def'", namedtuple, "N", "def")
raises(ValueError, "Encountered duplicate field name: 'a'", namedtuple, "N", "a a")
raises(ValueError, "Field names cannot start with an underscore: '_a'", namedtuple, "N", "_a")
raises(TypeError, "Got more default values than field names", lambda: namedtuple("N", "a", defaults=(1, 2)))


class Child(P):
    @property
    def sum(self):
        return self.x + self.y


assert Child(1, 2).sum == 3
assert repr(Child(1, 2)) == "Child(x=1, y=2)"
assert type(Child(1, 2)._replace(x=2)) is Child
