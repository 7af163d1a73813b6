"""Descriptors learn their names when the class is made."""


class Field:
    log = []

    def __set_name__(self, owner, name):
        self.name = name
        Field.log.append((owner.__name__, name))

    def __get__(self, obj, owner):
        return self if obj is None else obj.__dict__.get(self.name, "unset")

    def __set__(self, obj, value):
        obj.__dict__[self.name] = value


class C:
    a = Field()
    b = Field()


assert Field.log == [("C", "a"), ("C", "b")]
c = C()
c.a = 1
assert c.a == 1
assert c.b == "unset"
assert c.__dict__ == {"a": 1}
assert C.a.name == "a"
C.late = Field()
assert not hasattr(C.late, "name")


class Failing:
    def __set_name__(self, owner, name):
        1 / 0


try:
    class D:
        f = Failing()
except RuntimeError as e:
    assert str(e) == "Error calling __set_name__ on 'Failing' instance 'f' in 'D'"
    assert type(e.__cause__) is ZeroDivisionError
else:
    raise AssertionError
