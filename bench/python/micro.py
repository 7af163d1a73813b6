"""Times small loops: `micro.py REPEATS FILE...` runs every function of the files whose name is public.

Prints one line of JSON for each: {"name": ..., "seconds": [...]}. The first call of each is not recorded.
Each function says by the default of its parameter how long it runs: about 20 ms on CPython 3.11.
"""
import sys
from time import perf_counter


def measure(function, repeats):
    function()
    seconds = []
    for _ in range(repeats):
        start = perf_counter()
        function()
        seconds.append(perf_counter() - start)
    return seconds


def functions_of(path):
    namespace = {"__name__": "micro"}
    with open(path, encoding="utf-8") as file:
        exec(compile(file.read(), path, "exec"), namespace)
    return [(name, value) for name, value in namespace.items()
            if not name.startswith("_") and hasattr(value, "__defaults__")]


def main(repeats, paths):
    for path in paths:
        for name, function in functions_of(path):
            seconds = measure(function, repeats)
            print('{"name": "%s", "seconds": %r}' % (name, seconds))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
