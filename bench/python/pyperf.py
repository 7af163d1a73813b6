"""What the programs of pyperformance use of `pyperf`, without its processes, calibration and statistics.

A program measures its benchmark functions `PYPERF_WARMUPS` times unrecorded and `PYPERF_VALUES` times recorded, each
time `PYPERF_LOOPS` loops, and prints one line of JSON for each function: {"name": ..., "seconds": [...]}.
It imports next to nothing, so that a young interpreter can run it, and so that start-up costs are not measured.
"""
import os
import sys
from time import perf_counter


def python_implementation():
    """The interpreter's name in small letters: "cpython", "pypy"."""
    return sys.implementation.name


class Namespace:
    """Parsed options as attributes."""


class _Option:
    def __init__(self, names, action="store", nargs=None, type=str, default=None, choices=None,
                 help=None, metavar=None, dest=None):
        self.positional = not names[0].startswith("-")
        self.flag = action == "store_true"
        self.dest = dest or names[-1].lstrip("-").replace("-", "_")
        self.names = names
        self.optional = nargs == "?"
        self.type = type
        self.default = False if self.flag else default
        self.choices = choices

    def convert(self, text):
        value = self.type(text)
        if self.choices is not None and value not in self.choices:
            raise SystemExit("%s: %r is not one of %s" % (self.dest, value, self.choices))
        return value


class ArgumentParser:
    """The part of `argparse` that the programs use."""

    def __init__(self):
        self.options = []

    def add_argument(self, *names, **how):
        self.options.append(_Option(names, **how))

    def _named(self, name):
        for option in self.options:
            if name in option.names:
                return option
        raise SystemExit("no option " + name)

    def parse_args(self, words):
        found = Namespace()
        for option in self.options:
            setattr(found, option.dest, option.default)
        positional = [option for option in self.options if option.positional]
        words = list(words)
        while words:
            word = words.pop(0)
            if not word.startswith("-"):
                option = positional.pop(0)
                setattr(found, option.dest, option.convert(word))
                continue
            name, equals, value = word.partition("=")
            option = self._named(name)
            if option.flag:
                setattr(found, option.dest, True)
            else:
                setattr(found, option.dest, option.convert(value if equals else words.pop(0)))
        for option in positional:
            if not option.optional:
                raise SystemExit("missing argument " + option.dest)
        return found


def _setting(name, default):
    return int(os.environ.get("PYPERF_" + name, default))


class Runner:
    """Measures functions as told by the environment."""

    def __init__(self, add_cmdline_args=None, **options):
        self.metadata = {}
        self.argparser = ArgumentParser()
        self.args = None
        self.loops = _setting("LOOPS", 1)
        self.values = _setting("VALUES", 1)
        self.warmups = _setting("WARMUPS", 0)

    def parse_args(self, args=None):
        if self.args is None:
            self.args = self.argparser.parse_args(sys.argv[1:] if args is None else args)
        return self.args

    def bench_time_func(self, name, func, *args, inner_loops=None, metadata=None):
        """`func(loops, *args)` measures itself and returns seconds."""
        self.parse_args()
        for _ in range(self.warmups):
            func(self.loops, *args)
        seconds = [func(self.loops, *args) for _ in range(self.values)]
        print('{"name": "%s", "seconds": [%s]}' % (name, ", ".join(["%.6f" % s for s in seconds])))

    def bench_func(self, name, func, *args, inner_loops=None, metadata=None):
        """`func(*args)` is called once a loop."""

        def timed(loops):
            repeat = range(loops)
            start = perf_counter()
            for _ in repeat:
                func(*args)
            return perf_counter() - start

        self.bench_time_func(name, timed)
