"""Deep recursion raises RecursionError and leaves everything usable."""


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


assert depth(300) == 300


def forever():
    return forever()


for _ in range(2):
    try:
        forever()
    except RecursionError as e:
        assert str(e).startswith("maximum recursion depth exceeded")
        assert isinstance(e, RuntimeError)
    else:
        raise AssertionError


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


assert even(100)
assert not even(101)


class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")


try:
    Loop().a
except RecursionError:
    pass
else:
    raise AssertionError
assert depth(100) == 100
