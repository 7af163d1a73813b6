"""Answers what CPython makes of sources, for the differential tests of the parser.

Reads one request in JSON a line from standard input and writes one answer in JSON a line:

    {"source": str} or {"bytes": base64} or {"path": str}, {"mode", "flags", "feature_version", "hash"}
    -> {"tree": str, "warnings": [[message, line]]} or {"hash": str, ...}
    -> {"error": [class, message, lineno, offset, end_lineno, end_offset, text]}
    {"names": [str]} -> {"points": [int or null]}
    {"bytes": base64, "encoding": str} -> {"text": str} or {}

The tree's form is that of `canonical.ts`.
"""
import ast
import base64
import hashlib
import json
import struct
import sys
import unicodedata
import warnings

sys.setrecursionlimit(100000)

dumps = json.dumps


def text(value):
    return dumps(value) + "'" + str(len(value))


def constant(value):
    if value is None or value is True or value is False or value is Ellipsis:
        return str(value)
    if isinstance(value, int):
        return "i" + hex(value)
    if isinstance(value, float):
        return "f" + struct.pack(">d", value).hex()
    if isinstance(value, complex):
        return "c" + struct.pack(">dd", value.real, value.imag).hex()
    if isinstance(value, bytes):
        return "b" + value.hex()
    return "s" + text(value)


SINGLETONS = (ast.operator, ast.boolop, ast.unaryop, ast.cmpop, ast.expr_context)


def dump(node, out):
    if isinstance(node, list):
        out.append("[")
        for item in node:
            dump(item, out)
            out.append(" ")
        out.append("]")
    elif isinstance(node, SINGLETONS):
        out.append(type(node).__name__)
    elif isinstance(node, ast.AST):
        kind = type(node)
        out.append(kind.__name__)
        out.append("(")
        if node._attributes:
            out.append("%d,%d,%d,%d " % (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset))
        if kind is ast.Constant:
            out.append(constant(node.value))
            out.append(" ")
            dump(node.kind, out)
            out.append(" ")
        elif kind is ast.MatchSingleton:
            out.append(constant(node.value))
            out.append(" ")
        else:
            for field in node._fields:
                dump(getattr(node, field), out)
                out.append(" ")
        out.append(")")
    elif isinstance(node, str):
        out.append(text(node))
    else:
        out.append(str(node))


def answer(request):
    if "names" in request:
        points = []
        for name in request["names"]:
            try:
                points.append(ord(unicodedata.lookup(name)))
            except (KeyError, TypeError):
                points.append(None)
        return {"points": points}
    if "encoding" in request:
        try:
            return {"text": base64.b64decode(request["bytes"]).decode(request["encoding"])}
        except (LookupError, ValueError):
            return {}
    if "path" in request:
        with open(request["path"], "rb") as file:
            source = file.read()
    elif "bytes" in request:
        source = base64.b64decode(request["bytes"])
    else:
        source = request["source"]
    given = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("error" if request.get("strict") else "always")
        try:
            flags = ast.PyCF_ONLY_AST | request.get("flags", 0)
            version = request.get("feature_version", -1)
            tree = compile(source, request.get("filename", "<test>"), request.get("mode", "exec"), flags, True,
                           _feature_version=version)
        except SyntaxError as e:
            return {"error": [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]}
        except Exception as e:
            return {"error": [type(e).__name__, str(e), None, None, None, None, None]}
        given = [[str(w.message), w.lineno] for w in caught]
    out = []
    dump(tree, out)
    result = "".join(out)
    if request.get("hash"):
        return {"hash": hashlib.sha1(result.encode()).hexdigest(), "warnings": given}
    return {"tree": result, "warnings": given}


for line in sys.stdin:
    print(dumps(answer(json.loads(line))), flush=True)
