"""dis walks instructions with names and arguments."""

import dis
import io


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


def f(a, b=2):
    if a:
        return a + b
    for i in range(3):
        print(i)


ins = list(dis.get_instructions(f))
names = [i.opname for i in ins]
assert "LOAD_FAST" in names
assert "RETURN_VALUE" in names
assert "FOR_ITER" in names
assert "LOAD_GLOBAL" in names
loads = [i.argval for i in ins if i.opname == "LOAD_GLOBAL"]
assert loads == ["range", "print"]
assert ins[0].offset == 0
assert ins[0].starts_line == f.__code__.co_firstlineno + 1
assert [i.argval for i in ins if i.opname == "LOAD_FAST"][:3] == ["a", "a", "b"]
assert any(i.is_jump_target for i in ins)
out = io.StringIO()
dis.dis("x = 1", file=out)
assert "LOAD_CONST" in out.getvalue()
assert "STORE_NAME" in out.getvalue()
assert "(x)" in out.getvalue()
assert dis.opname[dis.opmap["RETURN_VALUE"]] == "RETURN_VALUE"
assert dis.hasconst
assert dis.code_info(f).startswith("Name:              f")
assert [line for _, line in dis.findlinestarts(compile("a\nb\n\nc", "f", "exec"))] == [1, 2, 4]
assert dis.stack_effect(dis.opmap["POP_TOP"]) == -1
b = dis.Bytecode(lambda: 5)
assert [i.opname for i in b] == ["LOAD_CONST", "RETURN_VALUE"]
assert dis.Bytecode("1 + x").codeobj.co_name == "<module>"
raises(TypeError, "don't know how to disassemble int objects", dis.dis, 5)
raises(TypeError, "don't know how to disassemble float objects", dis.dis, 1.5)
