"""Asks CPython 3.10 what it makes of Python sources, for differential tests of the compiler.

Reads a marshalled list of requests from standard input, each a tuple (source, mode, flags, optimize), or
(path, None, flags, optimize) for a file, and writes a marshalled tuple for each of them: ("code", tree, code,
warnings) or ("error", tree, (class, message, filename, lineno, offset, end_lineno, end_offset), warnings). Trees
are in the serialized form of `ast/serialize.ts`, or None where the source does not parse.

In mode "symtable" the answer is ("symtable", tree, the table as in `symtable/serialize.ts`, []). In mode "marshal"
the source is marshalled data, and the answer is ("marshal", None, (repr of the value, its bytes in the version of
the flags), []). In mode "names" the source is lines of Unicode names, and the result the list of their code points.
"""
import _symtable
import ast
import marshal
import sys
import unicodedata
import warnings

LOCATED = (ast.stmt, ast.expr, ast.excepthandler, ast.arg, ast.keyword, ast.alias, ast.pattern)
ENUMS = (ast.boolop, ast.operator, ast.unaryop, ast.cmpop, ast.expr_context)


def tree(node):
    if isinstance(node, ENUMS):
        return type(node).__name__
    if isinstance(node, ast.AST):
        fields = [type(node).__name__]
        for name in node._fields:
            fields.append(tree(getattr(node, name, None)))
        if isinstance(node, LOCATED):
            fields += [node.lineno, node.col_offset, node.end_lineno, node.end_col_offset]
        return tuple(fields)
    if isinstance(node, list):
        return [tree(item) for item in node]
    return node


def table(entry):
    children = [table(child) for child in entry.children]
    return (entry.name, entry.type, entry.lineno, bool(entry.nested), entry.symbols, entry.varnames, children)


def symtable_answer(source):
    parsed = tree(compile(source, "<test>", "exec", ast.PyCF_ONLY_AST))
    return "symtable", parsed, table(_symtable.symtable(source, "<test>", "exec")), []


def marshal_answer(data, version):
    value = marshal.loads(data)
    return "marshal", None, (repr(value), marshal.dumps(value, version)), []


def name_point(name):
    try:
        return ord(unicodedata.lookup(name))
    except (KeyError, TypeError):
        return None


def answer(source, mode, flags, optimize):
    filename = "<test>"
    if mode == "symtable":
        return symtable_answer(source)
    if mode == "names":
        return "names", None, [name_point(name) for name in source.split("\n")], []
    if mode == "marshal":
        return marshal_answer(source, flags)
    if mode is None:
        filename = source
        with open(source, "rb") as file:
            source = file.read()
        mode = "exec"
    parsed = None
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            parsed = tree(compile(source, filename, mode, flags | ast.PyCF_ONLY_AST, True, optimize))
            del caught[:]
            code = compile(source, filename, mode, flags, True, optimize)
            status, result = "code", code
        except SyntaxError as e:
            status = "error"
            result = (type(e).__name__, e.msg, e.filename, e.lineno, e.offset, e.end_lineno, e.end_offset)
        except Exception as e:
            status = "error"
            result = (type(e).__name__, str(e), None, None, None, None, None)
    told = [(w.category.__name__, str(w.message), w.lineno) for w in caught if w.category is SyntaxWarning]
    return status, parsed, result, told


def main():
    sys.setrecursionlimit(10000)
    out = sys.stdout.buffer
    for request in marshal.load(sys.stdin.buffer):
        data = marshal.dumps(answer(*request))
        out.write(len(data).to_bytes(4, "little") + data)


main()
