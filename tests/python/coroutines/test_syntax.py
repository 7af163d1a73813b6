"""Where await and async may stand."""


def bad(source, message):
    try:
        compile(source, "<s>", "exec")
    except SyntaxError as e:
        assert e.msg == message, e.msg
    else:
        raise AssertionError("compiled: " + source)


bad("def f():\n await x", "'await' outside async function")
bad("await x", "'await' outside function")
bad("def f():\n async with x: pass", "'async with' outside async function")
bad("def f():\n async for x in y: pass", "'async for' outside async function")
bad("def f():\n [x async for x in y]", "asynchronous comprehension outside of an asynchronous function")
bad("async def f():\n yield from x", "'yield from' inside async function")
bad("async def f():\n yield 1\n return 2", "'return' with value in async generator")
bad("async = 1", "invalid syntax")
bad("def await(): pass", "invalid syntax")
bad("async def f():\n def g():\n  await x", "'await' outside async function")
bad("async def f():\n lambda: await x", "'await' outside async function")


async def ok():
    x = [await i for i in ()]
    y = await (await z)
    return -await x ** await y


assert ok.__code__.co_flags & 0x80
import ast

flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
code = compile("v = await c()", "<s>", "exec", flags)


async def c():
    return 7


ns = {"c": c}
try:
    eval(code, ns).send(None)
except StopIteration:
    pass
assert ns["v"] == 7
