"""Opens pages in the user's browser, by the programs that the desktop offers."""

import os
import shlex
import shutil
import subprocess
import sys

__all__ = ["Error", "open", "open_new", "open_new_tab", "get", "register"]

# Programs to try, and whether they need a display (they then go on by themselves).
_PROGRAMS = [
    ("xdg-open", True),
    ("firefox", True),
    ("chromium", True),
    ("google-chrome", True),
    ("w3m", False),
    ("lynx", False),
]


class Error(Exception):
    """No browser can be found."""


class _Program:
    """A controller that runs a command line; "%s" in it stands for the page, which else comes last."""

    def __init__(self, words, detached=False):
        self.name = self.basename = words[0]
        self._words = words if any("%s" in word for word in words) else words + ["%s"]
        self._detached = detached

    def open(self, url, new=0, autoraise=True):
        """Shows a page; whether the program took it. `new`: 0 the same window, 1 a new one, 2 a new tab."""
        sys.audit("webbrowser.open", url)
        command = [word.replace("%s", url) for word in self._words]
        try:
            if not self._detached:
                return subprocess.call(command) == 0
            quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            return subprocess.Popen(command, start_new_session=True, **quiet).poll() in (None, 0)
        except OSError:
            return False

    def open_new(self, url):
        return self.open(url, 1)

    def open_new_tab(self, url):
        return self.open(url, 2)


class _Registry:
    """The controllers by name, in the order in which they are tried."""

    def __init__(self):
        self.makers = {}
        self.order = []
        for text in filter(None, os.environ.get("BROWSER", "").split(os.pathsep)):
            self.add(text, lambda text=text: _from_text(text))
        for name, needs_display in _programs():
            if shutil.which(name):
                self.add(name, lambda name=name, detached=needs_display: _Program([name], detached))

    def add(self, name, maker, preferred=False):
        self.makers[name.lower()] = maker
        self.order.insert(0 if preferred else len(self.order), name)


def _programs():
    if sys.platform == "darwin":
        return [("open", True)]
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return [entry for entry in _PROGRAMS if display or not entry[1]]


def _from_text(text):
    """A command line as BROWSER has them: an ampersand at its end sends it to the background."""
    words = shlex.split(text)
    detached = words[-1] == "&"
    return _Program(words[:-1] if detached else words, detached)


_registry = None


def _known():
    global _registry
    if _registry is None:
        _registry = _Registry()
    return _registry


def register(name, constructor, instance=None, *, preferred=False):
    """Makes a controller known: an instance, or what makes one. A preferred one is tried first."""
    _known().add(name, constructor if instance is None else lambda: instance, preferred)


def get(using=None):
    """The controller of this name or command line; without one, the first that there is."""
    known = _known()
    for name in known.order if using is None else [using]:
        maker = known.makers.get(name.lower())
        if maker is not None:
            return maker()
        if "%s" in name or shutil.which(name):
            return _from_text(name)
    raise Error("could not locate runnable browser")


def open(url, new=0, autoraise=True):
    """Shows a page in the first browser that takes it; whether one did."""
    return any(get(name).open(url, new, autoraise) for name in list(_known().order))


def open_new(url):
    """Shows a page in a new window."""
    return open(url, 1)


def open_new_tab(url):
    """Shows a page in a new tab."""
    return open(url, 2)
