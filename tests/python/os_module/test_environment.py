"""environ, working directory and process facts."""

import os


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


os.environ["LANG_TEST_VAR"] = "value"
assert os.getenv("LANG_TEST_VAR") == "value"
assert os.environ.get("NOPE_X") is None
assert os.getenv("NOPE_X", "d") == "d"
assert "LANG_TEST_VAR" in os.environ
del os.environ["LANG_TEST_VAR"]
raises(KeyError, "'LANG_TEST_VAR'", lambda: os.environ["LANG_TEST_VAR"])
raises(TypeError, "str expected, not int", lambda: os.environ.__setitem__("A", 5))
here = os.getcwd()
os.chdir("/")
assert os.getcwd() == "/"
assert os.path.abspath("x") == "/x"
os.chdir(here)
raises(FileNotFoundError, "[Errno 2] No such file or directory: '/no/such'", os.chdir, "/no/such")
assert isinstance(os.getpid(), int)
assert os.name == "posix"
assert os.sep == "/"
assert os.linesep == "\n"
assert os.pathsep == ":"
assert os.curdir == "."
assert os.devnull == "/dev/null"
assert len(os.urandom(8)) == 8
assert os.cpu_count() >= 1
assert os.fspath("a") == "a"
assert os.fsencode("é") == b"\xc3\xa9"
assert os.fsdecode(b"a") == "a"
assert os.strerror(2) == "No such file or directory"
assert os.path.realpath("/") == "/"
raises(TypeError, "expected str, bytes or os.PathLike object, not int", os.fspath, 5)


class Path:
    def __fspath__(self):
        return "/dev/null"


assert open(Path()).read() == ""
assert os.fspath(Path()) == "/dev/null"
assert os.path.basename(Path()) == "null"
r, w = os.pipe()
os.write(w, b"ping")
os.close(w)
assert os.read(r, 10) == b"ping"
assert os.read(r, 10) == b""
os.close(r)
