"""Making, listing, renaming and removing files."""

import os
import tempfile


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


root = tempfile.mkdtemp()
sub = os.path.join(root, "sub")
os.mkdir(sub)
os.makedirs(os.path.join(root, "a", "b"), exist_ok=True)
path = os.path.join(sub, "f.txt")
with open(path, "w") as f:
    f.write("hello")
assert os.path.exists(path)
assert os.path.isfile(path)
assert os.path.isdir(sub)
assert not os.path.exists(path + "x")
assert os.path.getsize(path) == 5
assert os.stat(path).st_size == 5
assert sorted(os.listdir(root)) == ["a", "sub"]
moved = os.path.join(root, "moved")
os.rename(path, moved)
assert not os.path.exists(path)
assert open(moved).read() == "hello"
os.symlink("moved", os.path.join(root, "link"))
assert os.path.islink(os.path.join(root, "link"))
assert os.readlink(os.path.join(root, "link")) == "moved"
assert open(os.path.join(root, "link")).read() == "hello"
assert sorted((os.path.relpath(d, root), sorted(dirs), sorted(files)) for d, dirs, files in os.walk(root)) == [(".", ["a", "sub"], ["link", "moved"]), ("a", ["b"], []), ("a/b", [], []), ("sub", [], [])]
entries = {e.name: (e.is_file(), e.is_dir(), e.is_symlink()) for e in os.scandir(root)}
assert entries == {"a": (False, True, False), "sub": (False, True, False), "moved": (True, False, False), "link": (True, False, True)}
raises(FileExistsError, "[Errno 17] File exists: %r" % sub, os.mkdir, sub)
raises(FileNotFoundError, "[Errno 2] No such file or directory: '/no/such'", os.listdir, "/no/such")
raises(OSError, "[Errno 39] Directory not empty: %r" % os.path.join(root, "a"), os.rmdir, os.path.join(root, "a"))
raises(NotADirectoryError, "[Errno 20] Not a directory: %r" % moved, os.rmdir, moved)
raises(FileNotFoundError, "[Errno 2] No such file or directory: '/no/a' -> '/no/b'", os.rename, "/no/a", "/no/b")
raises(FileNotFoundError, "[Errno 2] No such file or directory: '/no/such'", os.remove, "/no/such")
os.chmod(moved, 0o600)
assert os.stat(moved).st_mode & 0o777 == 0o600
assert os.access(moved, os.R_OK)
fd = os.open(moved, os.O_RDWR)
assert os.read(fd, 3) == b"hel"
assert os.lseek(fd, 0, 0) == 0
assert os.write(fd, b"J") == 1
assert os.close(fd) is None
with open(moved) as file:
    assert file.read() == "Jello"
raises(OSError, "[Errno 9] Bad file descriptor", os.close, fd)
import shutil

shutil.copy(moved, os.path.join(root, "copy"))
assert open(os.path.join(root, "copy")).read() == "Jello"
shutil.rmtree(root)
assert not os.path.exists(root)
