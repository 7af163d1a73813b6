"""How warnings are written."""

import io
import sys
import warnings

assert warnings.formatwarning("text", UserWarning, "no_file.py", 3) == "no_file.py:3: UserWarning: text\n"
assert warnings.formatwarning("text", UserWarning, "no_file.py", 3, line="code here") == "no_file.py:3: UserWarning: text\n  code here\n"
out = io.StringIO()
old, sys.stderr = sys.stderr, out
try:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn_explicit("shown", DeprecationWarning, "f.py", 7)
finally:
    sys.stderr = old
assert out.getvalue() == "f.py:7: DeprecationWarning: shown\n"
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    compile("x is 5", "s.py", "eval")
    compile("'\\d'", "s.py", "eval")
    compile("assert (1, 'always true')", "s.py", "exec")
    compile("1()", "s.py", "eval")
    compile("'a'['b']", "s.py", "eval")
texts = [str(w.message) for w in caught]
assert texts == ['"is" with a literal. Did you mean "=="?', "invalid escape sequence '\\d'", "assertion is always true, perhaps remove parentheses?",
                 "'int' object is not callable; perhaps you missed a comma?", "str indices must be integers or slices, not str; perhaps you missed a comma?"], texts
assert [w.category for w in caught] == [SyntaxWarning, DeprecationWarning, SyntaxWarning, SyntaxWarning, SyntaxWarning]
