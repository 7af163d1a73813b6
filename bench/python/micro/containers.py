"""Lists, tuples, dicts, sets."""


def list_get(n=300000):
    items = list(range(100))
    for i in range(n):
        items[i % 100]


def list_get_objects(n=300000):
    items = ["a"] * 100
    for i in range(n):
        items[5]
        items[-1]


def list_set(n=300000):
    items = [None] * 100
    for i in range(n):
        items[5] = i


def list_set_int(n=300000):
    items = [0] * 100
    for i in range(n):
        items[5] = i


def list_append(n=300000):
    items = []
    append = items.append
    for i in range(n):
        append(i)


def list_append_method(n=300000):
    items = []
    for i in range(n):
        items.append("a")


def list_push_pop(n=300000):
    items = [1, 2, 3]
    for i in range(n):
        items.append(i)
        items.pop()


def list_display(n=200000):
    for i in range(n):
        [i, i, i]


def list_slice(n=150000):
    items = list(range(20))
    for i in range(n):
        items[3:9]


def list_nested(n=200000):
    rows = [[0.0] * 10 for _ in range(10)]
    for i in range(n):
        rows[3][4] = rows[4][3] + 1.0


def list_sort(n=20):
    items = [(i * 7919) % 10007 for i in range(5000)]
    for i in range(n):
        sorted(items)


def list_contains(n=100000):
    items = [1, 2, 3, 4, 5, 6]
    for i in range(n):
        5 in items


def tuple_display(n=300000):
    for i in range(n):
        (i, i)


def tuple_unpack(n=300000):
    t = (1, 2, 3)
    for i in range(n):
        a, b, c = t


def tuple_swap(n=300000):
    a = 1
    b = 2
    for i in range(n):
        a, b = b, a


def dict_get(n=300000):
    d = {"a": 1, "b": 2, "c": 3}
    for i in range(n):
        d["b"]


def dict_get_large(n=300000):
    d = {str(i): i for i in range(1000)}
    key = "500"
    for i in range(n):
        d[key]


def dict_get_int(n=300000):
    d = {i: i for i in range(1000)}
    for i in range(n):
        d[i % 1000]


def dict_get_tuple(n=150000):
    d = {(i, i): i for i in range(100)}
    key = (5, 5)
    for i in range(n):
        d[key]


def dict_set(n=300000):
    d = {}
    for i in range(n):
        d["b"] = i


def dict_grow(n=20):
    for i in range(n):
        d = {}
        for j in range(5000):
            d[j] = j


def dict_method_get(n=200000):
    d = {"a": 1, "b": 2}
    for i in range(n):
        d.get("b")


def dict_contains(n=300000):
    d = {"a": 1, "b": 2}
    for i in range(n):
        "b" in d


def dict_display(n=150000):
    for i in range(n):
        {"a": i, "b": 2}


class _Key:
    pass


def dict_object_key(n=200000):
    key = _Key()
    d = {key: 1, _Key(): 2}
    for i in range(n):
        d[key]


def set_contains(n=300000):
    s = {1, 2, 3}
    for i in range(n):
        2 in s


def set_add(n=200000):
    s = set()
    for i in range(n):
        s.add(i & 1023)
