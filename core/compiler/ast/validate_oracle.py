"""Prints, as JSON, the trees that the tests of CPython's `ast` module hand to `compile()`, and what that says.

A list of [mode, tree, null or [class, message]]. Trees have the form of `nodes.ts`. Trees of which a field has a type
that `nodes.ts` does not know are left out: refusing them is up to the conversion from Python objects.
"""
import ast
import io
import json
import unittest

from test import test_ast


class Unknown(Exception):
    pass


def constant(value):
    name = type(value).__name__
    if value is None:
        return {"type": "None"}
    if value is Ellipsis:
        return {"type": "Ellipsis"}
    if name in ("bool", "int", "float", "str"):
        return {"type": name, "value": value}
    if name == "complex":
        return {"type": name, "real": value.real, "imag": value.imag}
    if name == "bytes":
        return {"type": name, "value": list(value)}
    if name in ("tuple", "frozenset"):
        return {"type": name, "items": [constant(item) for item in value]}
    return {"type": "invalid", "typeName": name}


ENUMS = (ast.boolop, ast.operator, ast.unaryop, ast.cmpop, ast.expr_context)


def plain(value):
    if isinstance(value, ENUMS):
        return type(value).__name__
    if isinstance(value, ast.AST):
        return node(value)
    if isinstance(value, list):
        return [plain(item) for item in value]
    if value is None or type(value) in (str, int):
        return value
    raise Unknown


def node(value):
    kind = type(value).__name__
    result = {"kind": kind}
    for field in value._fields:
        key = "kind_" if field == "kind" else field
        item = getattr(value, field, None)
        is_constant = kind in ("Constant", "MatchSingleton") and field == "value"
        result[key] = constant(item) if is_constant else plain(item)
    return result


cases = []


def record(mod, mode="exec"):
    try:
        tree = node(mod)
    except Unknown:
        return
    error = None
    try:
        compile(mod, "<test>", mode)
    except SyntaxError:
        pass
    except Exception as e:
        error = [type(e).__name__, str(e)]
    cases.append([mode, tree, error])


class Validation(test_ast.ASTValidatorTests):
    def mod(self, mod, msg=None, mode="exec", *, exc=ValueError):
        mod.lineno = mod.col_offset = 0
        ast.fix_missing_locations(mod)
        record(mod, mode)

    def test_stdlib_validates(self):
        for source in test_ast.exec_tests:
            record(ast.parse(source))


suite = unittest.defaultTestLoader.loadTestsFromTestCase(Validation)
unittest.TextTestRunner(stream=io.StringIO()).run(suite)
print(json.dumps(cases))
