"""Runs many language tests in one process: `driver.py FILE...`, or `driver.py @LIST` with one path a line.

Each file is executed as `__main__` in a module of its own, its output caught. For each file one line of JSON goes
to standard output when it begins ({"begin": path}) and one when it ends:

    {"path": path, "code": exit code, "stdout": text, "traceback": text or null}

The driver needs almost nothing of the library (no json, no io, no runpy), so that a young interpreter can run it.
The process-wide state that a file may have changed is put back after each; a file that dies with the process
(a crash, `os._exit`) is the last one that began.
"""
import sys

_Module = type(sys)
_real_write = sys.stdout.write
_real_flush = sys.stdout.flush

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _quote(text):
    """`text` as a JSON string of ASCII characters alone."""
    parts = []
    for ch in text:
        code = ord(ch)
        if ch in _ESCAPES:
            parts.append(_ESCAPES[ch])
        elif 32 <= code < 127:
            parts.append(ch)
        elif code > 0xFFFF:
            code -= 0x10000
            parts.append("\\u%04x\\u%04x" % (0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF)))
        else:
            parts.append("\\u%04x" % code)
    return '"' + "".join(parts) + '"'


def _emit(line):
    _real_write(line + "\n")
    _real_flush()


class Capture:
    """Stands in for a text stream; keeps what is written."""

    encoding = "utf-8"
    errors = "strict"
    closed = False

    def __init__(self):
        self.parts = []

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not " + type(text).__name__)
        self.parts.append(text)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def getvalue(self):
        return "".join(self.parts)


def _describe(error):
    """The traceback as text; where the library cannot say it, the type and the message."""
    try:
        import traceback
        return "".join(traceback.format_exception(type(error), error, error.__traceback__))
    except Exception:
        lines = []
        tb = error.__traceback__
        while tb is not None:
            code = tb.tb_frame.f_code
            lines.append("  File %s, line %d, in %s" % (code.co_filename, tb.tb_lineno, code.co_name))
            tb = tb.tb_next
        try:
            message = str(error)
        except Exception:
            message = "<no message>"
        return "\n".join(lines) + "\n" + type(error).__name__ + ": " + message


def _exit_code(error):
    """The exit code that an uncaught `SystemExit` means."""
    code = error.code
    if code is None:
        return 0
    return code if isinstance(code, int) else 1


class _State:
    """What of the process a file may change."""

    def __init__(self):
        self.modules = set(sys.modules)
        self.path = list(sys.path)
        self.meta_path = list(sys.meta_path)
        self.path_hooks = list(sys.path_hooks)
        self.argv = list(sys.argv)
        self.limit = sys.getrecursionlimit()
        self.streams = sys.stdin, sys.stdout, sys.stderr
        self.hooks = sys.excepthook, sys.displayhook
        warnings = sys.modules.get("warnings")
        self.filters = None if warnings is None else list(warnings.filters)

    def restore(self):
        sys.settrace(None)
        sys.setprofile(None)
        sys.path[:] = self.path
        sys.meta_path[:] = self.meta_path
        sys.path_hooks[:] = self.path_hooks
        sys.argv[:] = self.argv
        sys.setrecursionlimit(self.limit)
        sys.stdin, sys.stdout, sys.stderr = self.streams
        sys.excepthook, sys.displayhook = self.hooks
        warnings = sys.modules.get("warnings")
        if warnings is not None and self.filters is not None:
            warnings.filters[:] = self.filters
            warnings._filters_mutated()


def _folder(path):
    cut = path.rfind("/")
    return path[:cut] if cut >= 0 else "."


def run_file(path):
    """Executes one file; the exit code, its output and its traceback or None."""
    state = _State()
    driver = sys.modules["__main__"]
    module = _Module("__main__")
    module.__file__ = path
    module.__builtins__ = __builtins__
    sys.modules["__main__"] = module
    sys.argv[:] = [path]
    sys.path.insert(0, _folder(path))
    sys.stdout = capture = Capture()
    sys.stderr = Capture()
    code, trace = 0, None
    try:
        with open(path, encoding="utf-8") as file:
            source = file.read()
        exec(compile(source, path, "exec", 0, True), module.__dict__)
    except SystemExit as error:
        code = _exit_code(error)
    except BaseException as error:
        code, trace = 1, error
    finally:
        state.restore()
        sys.modules["__main__"] = driver
    if trace is not None:
        trace = _describe(trace)
    return code, capture.getvalue(), trace


def _paths(arguments):
    for argument in arguments:
        if argument.startswith("@"):
            with open(argument[1:], encoding="utf-8") as file:
                yield from file.read().split("\n")
        else:
            yield argument


def main(arguments):
    for path in _paths(arguments):
        if not path:
            continue
        _emit('{"begin": %s}' % _quote(path))
        code, output, trace = run_file(path)
        _emit('{"path": %s, "code": %d, "stdout": %s, "traceback": %s}'
              % (_quote(path), code, _quote(output), "null" if trace is None else _quote(trace)))


if __name__ == "__main__":
    main(sys.argv[1:])
