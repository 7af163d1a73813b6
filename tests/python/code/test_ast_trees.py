"""ast.parse, dump, walk, transform and literal_eval."""

import ast


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


tree = ast.parse("x = 1 + y\nprint(x, end='')")
assert ast.dump(tree.body[0]) == "Assign(targets=[Name(id='x', ctx=Store())], value=BinOp(left=Constant(value=1), op=Add(), right=Name(id='y', ctx=Load())))"
assert ast.dump(ast.parse("f(*a, **b)", mode="eval")) == "Expression(body=Call(func=Name(id='f', ctx=Load()), args=[Starred(value=Name(id='a', ctx=Load()), ctx=Load())], keywords=[keyword(value=Name(id='b', ctx=Load()))]))"
assert sorted({type(n).__name__ for n in ast.walk(tree)}) == ["Add", "Assign", "BinOp", "Call", "Constant", "Expr", "Load", "Module", "Name", "Store", "keyword"]
node = tree.body[1].value
assert (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset) == (2, 0, 2, 16)
assert ast.get_source_segment("x = 1 + y\nprint(x, end='')", node.args[0]) == "x"


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)


new = ast.fix_missing_locations(Double().visit(ast.parse("a = 21")))
ns = {}
exec(compile(new, "<ast>", "exec"), ns)
assert ns["a"] == 42


class Names(ast.NodeVisitor):
    def __init__(self):
        self.names = []

    def visit_Name(self, node):
        self.names.append(node.id)
        self.generic_visit(node)


v = Names()
v.visit(ast.parse("a.b[c] + d(e)"))
assert v.names == ["a", "c", "d", "e"]
assert ast.literal_eval("{'a': [1, -2.5, (None, True)], 'b': {3}, 'c': b'x' }") == {"a": [1, -2.5, (None, True)], "b": {3}, "c": b"x"}
assert ast.literal_eval(" 1+2j") == 1 + 2j
try:
    ast.literal_eval("f()")
except ValueError as e:
    assert str(e).startswith("malformed node or string on line 1: <ast.Call object at 0x")
raises(TypeError, "required field \"lineno\" missing from expr", compile, ast.Expression(ast.Constant(1)), "f", "eval")
raises(TypeError, "expected Module node, got Expression", compile, ast.parse("1", mode="eval"), "f", "exec")
assert ast.unparse(ast.parse("def f(a,b=1,*c,d=2,**e):return(a+b)*2")) == "def f(a, b=1, *c, d=2, **e):\n    return (a + b) * 2"
assert ast.Constant(5).value == 5
assert ast.Name("x", ast.Load())._fields == ("id", "ctx")
