"""Name resolution through function, class and module scopes."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


x = "module"


def f():
    x = "f"

    def g():
        return x

    class C:
        x = "class"
        y = x

        def m(self):
            return x, self.x

    def h():
        global x
        return x

    return g(), C.y, C().m(), h()


assert f() == ("f", "class", ("f", "class"), "module")


def conditional(flag):
    if flag:
        y = 1
    return y


raises(UnboundLocalError, "local variable 'y' referenced before assignment", conditional, False)


def shadow_builtin():
    len = lambda v: "shadow"
    return len([])


assert shadow_builtin() == "shadow"
assert len([]) == 0


def star(a, b=lambda: x):
    x = "inner"
    return b()


assert star(1) == "module"


def loop_leak():
    for i in range(3):
        pass
    [i for i in range(10)]
    return i


assert loop_leak() == 2


def exec_scope():
    exec("z = 1")
    return z


raises(NameError, "name 'z' is not defined", exec_scope)
import builtins

builtins.added_name = 5
assert added_name == 5
del builtins.added_name
raises(NameError, "name 'added_name' is not defined", lambda: added_name)
