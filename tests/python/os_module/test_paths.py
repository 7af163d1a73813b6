"""os.path and pathlib on pure paths."""

import os.path as p
from pathlib import PurePosixPath as P


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


assert p.join("a", "b", "c") == "a/b/c"
assert p.join("a", "/b") == "/b"
assert p.join("a/", "") == "a/"
assert p.split("/a/b") == ("/a", "b")
assert p.splitext("a.tar.gz") == ("a.tar", ".gz")
assert p.splitext(".bashrc") == (".bashrc", "")
assert p.basename("/a/b/") == ""
assert p.dirname("/a/b") == "/a"
assert p.normpath("a/./b/../c//d/") == "a/c/d"
assert p.normpath("") == "."
assert p.isabs("/a")
assert p.commonpath(["/a/b", "/a/c"]) == "/a"
assert p.commonprefix(["abc", "abd"]) == "ab"
assert p.relpath("/a/b", "/a/c") == "../b"
assert p.expanduser("x") == "x"
assert p.join(b"a", b"b") == b"a/b"
q = P("/usr/lib/x.tar.gz")
assert q.name == "x.tar.gz"
assert q.stem == "x.tar"
assert q.suffix == ".gz"
assert q.suffixes == [".tar", ".gz"]
assert q.parent == P("/usr/lib")
assert q.parts == ("/", "usr", "lib", "x.tar.gz")
assert q / "y" == P("/usr/lib/x.tar.gz/y")
assert q.with_suffix(".z") == P("/usr/lib/x.tar.z")
assert q.with_name("n").name == "n"
assert str(P("a//b/./c")) == "a/b/c"
assert repr(P("a")) == "PurePosixPath('a')"
assert P("a") < P("b")
assert hash(P("a")) == hash(P("a/"))
assert q.relative_to("/usr") == P("lib/x.tar.gz")
assert q.match("*.gz")
assert q.is_absolute()
assert [str(x) for x in P("a/b").parents] == ["a", "."]
assert "r" / P("x") == P("r/x")
raises(ValueError, "'/usr/lib/x.tar.gz' is not in the subpath of '/home' OR one path is relative and the other is absolute.", q.relative_to, "/home")
raises(TypeError, "join() argument must be str, bytes, or os.PathLike object, not 'int'", p.join, "a", 5)
raises(TypeError, "Can't mix strings and bytes in path components", p.join, "a", b"b")
raises(TypeError, "expected str, bytes or os.PathLike object, not int", p.split, 5)
raises(ValueError, "commonpath() arg is an empty sequence", p.commonpath, [])
