"""OSError picks its subclass by errno, and words itself."""

import errno

e = OSError(errno.ENOENT, "No such file", "name")
assert type(e) is FileNotFoundError
assert (e.errno, e.strerror, e.filename, e.filename2) == (2, "No such file", "name", None)
assert str(e) == "[Errno 2] No such file: 'name'"
assert e.args == (2, "No such file")
assert str(OSError(2, "m", "a", None, "b")) == "[Errno 2] m: 'a' -> 'b'"
assert str(OSError(1, "m")) == "[Errno 1] m"
assert repr(OSError(1, "m")) == "PermissionError(1, 'm')"
assert str(OSError("only")) == "only"
assert OSError("only").errno is None
for number, kind in [(errno.EEXIST, FileExistsError), (errno.EISDIR, IsADirectoryError),
                     (errno.ENOTDIR, NotADirectoryError), (errno.EACCES, PermissionError),
                     (errno.EPIPE, BrokenPipeError), (errno.ECONNREFUSED, ConnectionRefusedError),
                     (errno.ESRCH, ProcessLookupError), (errno.EAGAIN, BlockingIOError),
                     (errno.ETIMEDOUT, TimeoutError), (errno.ECHILD, ChildProcessError),
                     (errno.EINTR, InterruptedError)]:
    assert type(OSError(number, "x")) is kind, kind
assert type(OSError(errno.EINVAL, "x")) is OSError


class Mine(OSError):
    pass


assert type(Mine(2, "x")) is Mine
try:
    open("/nonexistent/file")
except OSError as e:
    assert str(e) == "[Errno 2] No such file or directory: '/nonexistent/file'"
    assert type(e) is FileNotFoundError
try:
    open("/")
except IsADirectoryError as e:
    assert str(e) == "[Errno 21] Is a directory: '/'"
