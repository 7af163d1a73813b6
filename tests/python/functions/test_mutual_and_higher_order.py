"""Functions as values."""


def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x
    return run


def curry(f, n):
    def take(*args):
        return f(*args) if len(args) >= n else lambda *more: take(*args, *more)
    return take


inc, double = (lambda x: x + 1), (lambda x: x * 2)
assert compose(inc, double, str)(4) == "10"
assert compose()(5) == 5
assert curry(lambda a, b, c: a + b * c, 3)(1)(2)(3) == 7
assert curry(pow, 2)(2, 5) == 32
church = lambda n: lambda f: lambda x: x if n == 0 else f(church(n - 1)(f)(x))
assert church(7)(inc)(0) == 7
assert [f(3) for f in (abs, str, float, lambda x: -x)] == [3, "3", 3.0, -3]
ops = {"+": lambda a, b: a + b, "max": max, "join": "-".join}
assert ops["+"](1, 2) == 3
assert ops["max"](3, 9) == 9
assert ops["join"]("ab") == "a-b"


def make_counter():
    def counter():
        counter.n += 1
        return counter.n
    counter.n = 0
    return counter


a, b = make_counter(), make_counter()
assert [a(), a(), b()] == [1, 2, 1]
assert list(map(lambda *v: sum(v), (1, 2), (3, 4), (5, 6))) == [9, 12]
assert list(filter(callable, [1, len, None, int])) == [len, int]
assert sorted("bca", key=lambda c: {"a": 3, "b": 1, "c": 2}[c]) == ["b", "c", "a"]
assert (lambda: (lambda: (lambda: "deep")())())() == "deep"
assert max([lambda: 1, lambda: 3], key=lambda f: f())() == 3
assert type(inc)(inc.__code__, {})(1) == 2
