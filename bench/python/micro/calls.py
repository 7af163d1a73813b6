"""Calls: of functions, methods, built-ins, closures and classes."""


def _add(a, b):
    return a + b


def _fib(n):
    return n if n < 2 else _fib(n - 1) + _fib(n - 2)


def _with_default(a, b=1, c=2):
    return a


def _counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step


class _Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm(self, scale):
        return self.x * scale


class _Plain:
    pass


def call_function(n=300000):
    for i in range(n):
        _add(i, 1)


def call_recursive(n=25):
    _fib(n)


def call_default(n=300000):
    for i in range(n):
        _with_default(i)


def call_keyword(n=200000):
    for i in range(n):
        _with_default(i, c=3)


def call_star(n=150000):
    args = (1, 2)
    for i in range(n):
        _add(*args)


def call_method(n=300000):
    p = _Point(1, 2)
    for i in range(n):
        p.norm(2)


def call_bound(n=300000):
    norm = _Point(1, 2).norm
    for i in range(n):
        norm(2)


def call_closure(n=300000):
    step = _counter()
    for i in range(n):
        step()


def call_lambda_cell(n=200000):
    total = 0
    for i in range(n):
        f = lambda: total + i
        f()


def call_builtin(n=300000):
    s = [1, 2, 3]
    for i in range(n):
        len(s)


def call_builtin_method(n=300000):
    s = "abc"
    for i in range(n):
        s.startswith("a")


def call_class(n=150000):
    for i in range(n):
        _Point(i, 2)


def call_class_plain(n=200000):
    for i in range(n):
        _Plain()


def call_isinstance(n=300000):
    p = _Point(1, 2)
    for i in range(n):
        isinstance(p, _Point)
