"""`__class_getitem__` and generic aliases."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Box:
    def __class_getitem__(cls, item):
        return cls.__name__, item


assert Box[int] == ("Box", int)
assert Box[1, 2] == ("Box", (1, 2))


class Sub(Box):
    pass


assert Sub["x"] == ("Sub", "x")
raises(TypeError, "'Box' object is not subscriptable", lambda: Box()[0])
raises(TypeError, "'type' object is not subscriptable", lambda: object[0])
alias = list[int]
assert repr(alias) == "list[int]"
assert alias.__origin__ is list
assert alias.__args__ == (int,)
assert alias() == []
assert alias([1]) == [1]
assert type(alias()) is list
assert repr(dict[str, list[int]]) == "dict[str, list[int]]"
assert list[int] == list[int]
assert hash(list[int]) == hash(list[int])
assert list[int] != list[str]
assert repr(tuple[int, ...]) == "tuple[int, ...]"
raises(TypeError, "isinstance() argument 2 cannot be a parameterized generic", isinstance, [], alias)
raises(TypeError, "issubclass() argument 2 cannot be a parameterized generic", issubclass, list, alias)


class L(list[int]):
    pass


assert L.__bases__ == (list,)
assert L.__orig_bases__ == (list[int],)
assert repr(int | None) == "int | None"
assert isinstance(3, int | str)
assert (int | str) == (str | int)
raises(TypeError, "unsupported operand type(s) for |: 'type' and 'int'", lambda: int | 3)
