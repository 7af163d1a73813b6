"""Metaclass registries, descriptors and class decorators together."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner):
        return self if obj is None else obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        obj.__dict__[self.name] = value


class ModelMeta(type):
    models = {}

    def __new__(meta, name, bases, ns):
        cls = super().__new__(meta, name, bases, ns)
        cls.fields = {k: v for b in reversed(cls.__mro__) for k, v in vars(b).items() if isinstance(v, Typed)}
        meta.models[name] = cls
        return cls

    def __getitem__(cls, name):
        return cls.fields[name].kind


class Model(metaclass=ModelMeta):
    def __init__(self, **values):
        for k, v in values.items():
            if k not in self.fields:
                raise AttributeError(f"{type(self).__name__} has no field {k}")
            setattr(self, k, v)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={getattr(self, k)!r}' for k in self.fields)})"


class User(Model):
    name = Typed(str, "")
    age = Typed(int, 0)


class Admin(User):
    level = Typed(int, 1)


print(Admin(name="root", age=5), User(), list(ModelMeta.models), Admin["level"], list(Admin.fields))
raises(TypeError, "age must be int, not str", lambda: User(age="5"))
raises(AttributeError, "User has no field level", lambda: User(level=1))
raises(KeyError, "'nope'", lambda: User["nope"])
