"""Strings: building, comparing, slicing, formatting."""


def str_concat(n=200000):
    s = "abc"
    for i in range(n):
        s + "def"


def str_append(n=100000):
    s = ""
    for i in range(n):
        s += "x"


def str_join(n=30):
    for i in range(n):
        "".join([str(j) for j in range(5000)])


def str_compare(n=300000):
    a = "hello"
    b = "hellp"
    for i in range(n):
        a == b
        a != "hello"


def str_index(n=300000):
    s = "hello world"
    for i in range(n):
        s[4]


def str_slice(n=200000):
    s = "hello world"
    for i in range(n):
        s[2:7]


def str_format_f(n=100000):
    for i in range(n):
        f"{i} and {i}"


def str_format_percent(n=100000):
    for i in range(n):
        "%s and %d" % ("x", i)


def str_split(n=60000):
    s = "a b c d e"
    for i in range(n):
        s.split(" ")


def str_replace(n=100000):
    s = "hello world"
    for i in range(n):
        s.replace("o", "x")


def str_iterate(n=20):
    s = "hello world" * 1000
    for i in range(n):
        for c in s:
            pass


def str_contains(n=200000):
    s = "hello world"
    for i in range(n):
        "wor" in s


def str_from_int(n=150000):
    for i in range(n):
        str(i)


def int_from_str(n=150000):
    for i in range(n):
        int("1234")
