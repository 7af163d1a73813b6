"""catch_warnings restores filters and showwarning."""

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


before = list(warnings.filters)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.filterwarnings("error", "stop.*", UserWarning)
    raises(UserWarning, "stop here", warnings.warn, "stop here")
    warnings.warn("silent")
assert warnings.filters == before
shown = []
with warnings.catch_warnings():
    warnings.simplefilter("always")
    warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: shown.append((str(message), category.__name__))
    warnings.warn("one")
    warnings.warn(DeprecationWarning("two"))
assert shown == [("one", "UserWarning"), ("two", "DeprecationWarning")]
with warnings.catch_warnings(record=True) as caught:
    warnings.resetwarnings()
    warnings.simplefilter("module")
    for _ in range(3):
        warnings.warn("per module")
assert len(caught) == 1
assert caught[0].source is None


class Custom(UserWarning):
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always", Custom)
    warnings.warn("mine", Custom, stacklevel=1)
assert [type(w.message) for w in caught] == [Custom]
raises(RuntimeError, "Cannot exit %r without entering first" % (m := warnings.catch_warnings()), m.__exit__)
