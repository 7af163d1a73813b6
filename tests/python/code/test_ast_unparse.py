"""ast.unparse gives source that means the same."""

import ast

for source in [
    "x = (1, 2, *a)", "a, *b = c", "del x[0], y.z", "x: int = 5", "x += 1 if y else 2", "for i, j in k:\n    pass\nelse:\n    break_ = 1",
    "while a and (b or not c):\n    continue", "with a as b, c:\n    pass", "try:\n    pass\nexcept (A, B) as e:\n    raise C from e\nelse:\n    pass\nfinally:\n    pass",
    "@d\nasync def f(a, /, b: int=1, *, c) -> str:\n    await a\n    yield b", "class C(A, metaclass=M):\n    x = lambda a, *b: a", "[x for x in y if z for w in x]",
    "{a: b for a, b in c}", "{1, 2}", "{**a, 'b': 1}", "f'{a!r:>{w}} {{}}'", "a[1:2, ::3]", "not a < b <= c is not d not in e", "-x ** -y", "(a := 5)", "lambda: (yield)",
    "match x:\n    case [1, *_]:\n        pass\n    case {'k': v, **r} if v:\n        pass\n    case C(a, b=1) | None:\n        pass",
    "global a, b", "nonlocal_ = 1", "assert a, 'b'", "import a.b as c, d", "from ..x import y as z", "return_ = a @ b // c % d << e", "'it\\'s'", "b'x\\n'", "1e100 + 2j", "...",
]:
    tree = ast.parse(source)
    again = ast.parse(ast.unparse(tree))
    assert ast.dump(tree) == ast.dump(again), source
for source in ["x = (1, 2, *a)", "a[1:2, ::3]", "f(a, *b, c=1, **d)", "print('hi')", "if a:\n    b\nelif c:\n    d\nelse:\n    e", "async with a as b:\n    pass"]:
    assert ast.unparse(ast.parse(source)) == source, ast.unparse(ast.parse(source))
