"""Opens pages in the user's browser, with what the desktop offers."""

import os
import shlex
import shutil
import subprocess
import sys

__all__ = ["Error", "open", "open_new", "open_new_tab", "get", "register"]


class Error(Exception):
    pass


class BaseBrowser:
    """A controller; subclasses say how a URL is opened."""

    args = ["%s"]

    def __init__(self, name=""):
        self.name = name
        self.basename = name

    def open(self, url, new=0, autoraise=True):
        raise NotImplementedError

    def open_new(self, url):
        return self.open(url, 1)

    def open_new_tab(self, url):
        return self.open(url, 2)


class GenericBrowser(BaseBrowser):
    """A command that returns when the page is closed; "%s" stands for the URL."""

    def __init__(self, name):
        if isinstance(name, str):
            self.name = name
            self.args = ["%s"]
        else:
            self.name = name[0]
            self.args = name[1:]
        self.basename = os.path.basename(self.name)

    def _command(self, url):
        return [self.name] + [arg.replace("%s", url) for arg in self.args]

    def open(self, url, new=0, autoraise=True):
        sys.audit("webbrowser.open", url)
        try:
            return subprocess.call(self._command(url)) == 0
        except OSError:
            return False


class BackgroundBrowser(GenericBrowser):
    """A command that goes on by itself."""

    def open(self, url, new=0, autoraise=True):
        sys.audit("webbrowser.open", url)
        try:
            child = subprocess.Popen(self._command(url), start_new_session=True)
        except OSError:
            return False
        return child.poll() is None or child.returncode == 0


_browsers = {}
_tryorder = None

_CANDIDATES = ("xdg-open", "gvfs-open", "firefox", "chromium", "chromium-browser", "google-chrome", "w3m", "lynx")
_TEXT = {"w3m", "lynx"}


def register(name, klass, instance=None, *, preferred=False):
    """Makes a controller known; a preferred one is tried first."""
    if _tryorder is None:
        _find_browsers()
    _browsers[name.lower()] = [klass, instance]
    if preferred:
        _tryorder.insert(0, name)
    else:
        _tryorder.append(name)


def _find_browsers():
    global _tryorder
    _tryorder = []
    candidates = ["open"] if sys.platform == "darwin" else list(_CANDIDATES)
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        candidates = [name for name in candidates if name in _TEXT]
    for name in candidates:
        if shutil.which(name):
            kind = GenericBrowser if name in _TEXT else BackgroundBrowser
            register(name, None, kind(name))
    for line in reversed(os.environ.get("BROWSER", "").split(os.pathsep)):
        if line:
            words = shlex.split(line)
            register(line, None, GenericBrowser(words if len(words) > 1 else words[0]), preferred=True)


def get(using=None):
    """A controller by name, or the default one."""
    if _tryorder is None:
        _find_browsers()
    for name in [using] if using is not None else _tryorder:
        if "%s" in name:
            words = shlex.split(name)
            return BackgroundBrowser(words[:-1]) if words[-1] == "&" else GenericBrowser(words)
        try:
            klass, instance = _browsers[name.lower()]
        except KeyError:
            if shutil.which(name):
                return GenericBrowser(name)
            continue
        if instance is not None:
            return instance
        if klass is not None:
            return klass()
    raise Error("could not locate runnable browser")


def open(url, new=0, autoraise=True):
    """Shows a page; whether some browser took it."""
    if _tryorder is None:
        _find_browsers()
    return any(get(name).open(url, new, autoraise) for name in _tryorder)


def open_new(url):
    return open(url, 1)


def open_new_tab(url):
    return open(url, 2)
