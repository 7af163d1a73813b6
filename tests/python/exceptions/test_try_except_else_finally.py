"""Which blocks run, in which order."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def run(action):
    log = []
    try:
        try:
            log.append("try")
            action()
        except KeyError as e:
            log.append("KeyError")
        except (TypeError, ValueError) as e:
            log.append("tuple")
        except Exception:
            log.append("Exception")
            raise
        else:
            log.append("else")
        finally:
            log.append("finally")
    except BaseException as e:
        log.append(type(e).__name__)
    return " ".join(log)


def throw(e):
    def f():
        raise e
    return f


assert run(lambda: None) == "try else finally"
assert run(throw(KeyError)) == "try KeyError finally"
assert run(throw(ValueError)) == "try tuple finally"
assert run(throw(OSError)) == "try Exception finally OSError"
assert run(throw(KeyboardInterrupt)) == "try finally KeyboardInterrupt"


def computed(kinds):
    try:
        raise LookupError("x")
    except kinds():
        return "caught"


assert computed(lambda: (IndexError, LookupError)) == "caught"
raises(TypeError, "catching classes that do not inherit from BaseException is not allowed", computed, lambda: 5)
raises(TypeError, "catching classes that do not inherit from BaseException is not allowed", computed, lambda: (int, 1))
raises(LookupError, "x", computed, lambda: ())
e = "outer"
try:
    raise ValueError
except ValueError as e:
    pass
raises(NameError, "name 'e' is not defined", lambda: e)
raises(SyntaxError, "default 'except:' must be last (<string>, line 3)", exec, "try:\n pass\nexcept:\n pass\nexcept A:\n pass")
