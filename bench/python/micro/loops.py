"""Loops and control: iteration, comparison, jumps, exceptions, generators, comprehensions."""


def loop_range(n=1000000):
    for i in range(n):
        pass


def loop_while(n=500000):
    i = 0
    while i < n:
        i += 1


def loop_list(n=30):
    items = list(range(20000))
    for i in range(n):
        for item in items:
            pass


def loop_list_objects(n=30):
    items = [str(i) for i in range(20000)]
    for i in range(n):
        for item in items:
            pass


def loop_tuple_unpack(n=200):
    items = [(i, str(i)) for i in range(1000)]
    for i in range(n):
        for a, b in items:
            pass


def loop_dict_items(n=200):
    items = {str(i): i for i in range(1000)}
    for i in range(n):
        for key, value in items.items():
            pass


def loop_enumerate_zip(n=150):
    items = list(range(1000))
    for i in range(n):
        for at, (a, b) in enumerate(zip(items, items)):
            pass


def loop_generator(n=300000):
    def numbers(count):
        for i in range(count):
            yield i

    for i in numbers(n):
        pass


def loop_generator_expression(n=300000):
    sum(i for i in range(n))


def comprehension_list(n=300000):
    [i + 1 for i in range(n)]


def comprehension_dict(n=100000):
    {i: i for i in range(n)}


def comprehension_condition(n=300000):
    [i for i in range(n) if i & 1]


def compare_chain(n=300000):
    count = 0
    for i in range(n):
        if 10 < i < 200000:
            count += 1
        elif i == 5 or i >= 250000:
            count -= 1


def compare_none(n=300000):
    x = None
    for i in range(n):
        if x is None and not x:
            pass


def exception_caught(n=80000):
    for i in range(n):
        try:
            raise ValueError(i)
        except ValueError:
            pass


def exception_builtin(n=80000):
    d = {}
    for i in range(n):
        try:
            d[i]
        except KeyError as e:
            pass


def exception_none(n=300000):
    for i in range(n):
        try:
            i
        finally:
            pass


class _Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


def with_statement(n=100000):
    manager = _Manager()
    for i in range(n):
        with manager:
            pass
