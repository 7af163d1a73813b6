"""The interactive interpreter: what `pypy` without a program, and `-i` after one, run."""

import code
import sys


class Console(code.InteractiveConsole):
    """Statements run in `__main__`, and errors are shown by `sys.excepthook`."""

    def __init__(self, namespace):
        super().__init__(namespace, "<stdin>")

    def showtraceback(self):
        kind, value, trace = sys.exc_info()
        # The first level is the console's own call.
        trace = trace.tb_next
        sys.last_type, sys.last_value, sys.last_traceback = kind, value, trace
        sys.stdout.flush()
        try:
            sys.excepthook(kind, value, trace)
        finally:
            kind = value = trace = None


def run_startup(path, namespace):
    """Runs the file that PYTHONSTARTUP names."""
    try:
        with open(path, "rb") as file:
            source = file.read()
    except OSError as error:
        print(f"Could not open PYTHONSTARTUP\n{type(error).__name__}: {error}", file=sys.stderr)
        return
    try:
        exec(compile(source, path, "exec"), namespace)
    except SystemExit:
        raise
    except BaseException:
        sys.excepthook(*sys.exc_info())


def interact(banner, startup):
    """Reads and runs statements until the end of the input."""
    namespace = sys.modules["__main__"].__dict__
    if not hasattr(sys, "ps1"):
        sys.ps1 = ">>> "
    if not hasattr(sys, "ps2"):
        sys.ps2 = "... "
    if banner is not None:
        print(f"Python {sys.version} on {sys.platform}", file=sys.stderr)
        print('Type "help", "copyright", "credits" or "license" for more information.', file=sys.stderr)
    if sys.flags.interactive == 0 and sys.stdin.isatty():
        try:
            import readline  # noqa: F401, it hooks itself into input()
        except ImportError:
            pass
    if startup:
        run_startup(startup, namespace)
    Console(namespace).interact(banner="", exitmsg="")
