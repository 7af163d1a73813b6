"""Generics, TypeVar, Protocol and special forms."""

import typing
from typing import Any, Callable, ClassVar, Dict, Generic, List, Literal, Optional, Protocol, Tuple, TypeVar, Union, get_args, get_origin, get_type_hints, runtime_checkable


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


T = TypeVar("T")
assert repr(List[int]) == "typing.List[int]"
assert repr(Dict[str, List[T]]) == "typing.Dict[str, typing.List[~T]]"
assert Dict[str, List[T]][int] == Dict[str, List[int]]
assert repr(Optional[int]) == "typing.Optional[int]"
assert Optional[int] == Union[int, None] == Union[None, int]
assert Union[int] is int
assert Union[int, str, int] == Union[int, str]
assert repr(Callable[[int, str], bool]) == "typing.Callable[[int, str], bool]"
assert repr(Tuple[int, ...]) == "typing.Tuple[int, ...]"
assert repr(Literal[1, "a"]) == "typing.Literal[1, 'a']"
assert repr(Any) == "typing.Any"
assert get_origin(List[int]) is list
assert get_args(Dict[str, int]) == (str, int)
assert get_args(Callable[[int], str]) == ([int], str)
assert get_origin(Optional[int]) is Union


class Stack(Generic[T]):
    def __init__(self):
        self.items = []

    def push(self, x: T) -> "Stack[T]":
        self.items.append(x)
        return self


assert repr(Stack[int]) == "__main__.Stack[int]"
assert Stack[int]().push(1).items == [1]
assert Stack.__parameters__ == (T,)
assert Stack[int].__origin__ is Stack
assert type(Stack[int]()) is Stack


class IntStack(Stack[int]):
    x: ClassVar[int] = 1
    y: Optional["IntStack"] = None


assert IntStack.__orig_bases__ == (Stack[int],)
assert get_type_hints(IntStack) == {"x": ClassVar[int], "y": Optional[IntStack]}


@runtime_checkable
class Closer(Protocol):
    def close(self): ...


class File:
    def close(self):
        pass


assert isinstance(File(), Closer)
assert not isinstance(5, Closer)
assert issubclass(File, Closer)
raises(TypeError, "Protocols cannot be instantiated", Closer)
raises(TypeError, "Cannot instantiate typing.Union", lambda: Union[int, str]())
raises(TypeError, "Subscripted generics cannot be used with class and instance checks", isinstance, [], List[int])
raises(TypeError, "'type' object is not subscriptable", lambda: File[int])
raises(TypeError, "Type List cannot be instantiated; use list() instead", List)
raises(TypeError, "Too many arguments for <class '__main__.Stack'>; actual 2, expected 1", lambda: Stack[int, str])
assert typing.cast(int, "x") == "x"
assert typing.TYPE_CHECKING is False
assert typing.NewType("Id", int)(5) == 5
assert T.__name__ == "T"
