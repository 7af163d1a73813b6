"""Filters decide what is shown, ignored or raised."""

import warnings


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def collect(action, *texts, category=UserWarning):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter(action)
        for t in texts:
            warnings.warn(t, category)
    return [(str(w.message), w.category.__name__) for w in caught]


assert collect("always", "a", "a") == [("a", "UserWarning")] * 2
assert collect("ignore", "a") == []
assert collect("once", "a", "a", "b") == [("a", "UserWarning"), ("b", "UserWarning")]
assert collect("default", "x", category=DeprecationWarning) == [("x", "DeprecationWarning")]
with warnings.catch_warnings():
    warnings.simplefilter("error")
    raises(UserWarning, "boom", warnings.warn, "boom")
    raises(SyntaxWarning, "s", warnings.warn, SyntaxWarning("s"))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", message="quiet.*")
    warnings.warn("quiet please")
    warnings.warn("loud")
    warnings.filterwarnings("error", category=RuntimeWarning)
    raises(RuntimeWarning, "r", warnings.warn, "r", RuntimeWarning)
assert [str(w.message) for w in caught] == ["loud"]
assert caught[0].lineno > 10
assert caught[0].filename == __file__
raises(TypeError, "category must be a Warning subclass, not 'int'", warnings.warn, "x", 5)
raises(AssertionError, "invalid action: 'bad'", warnings.simplefilter, "bad")


def deep():
    warnings.warn("levels", stacklevel=2)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    deep()
    warnings.warn_explicit("explicit", UserWarning, "file.py", 42)
assert caught[1].filename == "file.py"
assert caught[1].lineno == 42
assert caught[0].lineno != deep.__code__.co_firstlineno + 1
