"""Code constants, line tables and names of nested functions."""

SOURCE = """
def outer(a):
    b = a + 1

    def inner(c):
        return a + b + c

    class Local:
        def m(self):
            return inner
    return [inner(x) for x in range(3)], Local
"""
module = compile(SOURCE, "nested.py", "exec")
outer = next(c for c in module.co_consts if hasattr(c, "co_code"))
children = {c.co_name: c for c in outer.co_consts if hasattr(c, "co_code")}
assert outer.co_name == "outer"
assert outer.co_firstlineno == 2
assert set(children) == {"inner", "Local", "<listcomp>"}
assert outer.co_cellvars == ("a", "b", "inner")
assert children["inner"].co_freevars == ("a", "b")
assert children["inner"].co_firstlineno == 5
assert children["Local"].co_freevars == ("inner",)
assert children["<listcomp>"].co_freevars == ("inner",)
assert all(c.co_filename == "nested.py" for c in children.values()) and outer.co_varnames == ("a", "Local")
ns = {}
exec(module, ns)
result, Local = ns["outer"](1)
assert result == [3, 4, 5]
assert Local().m()(10) == 13
assert [l for *_, l in outer.co_lines() if l] != []
