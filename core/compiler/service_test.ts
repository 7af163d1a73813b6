/** The service: requests and responses as the interpreter sees them. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { PYCF_ONLY_AST } from "./code.ts";
import { int, str, tuple } from "./marshal/mod.ts";
import { compile, dumps, loads, type MarshalValue } from "./mod.ts";

interface Asked {
  mode?: string;
  flags?: number;
  optimize?: number;
  version?: number;
  kind?: string;
  payload?: MarshalValue;
}

function ask(
  source: string,
  asked: Asked = {},
): { status: string; payload: MarshalValue; warnings: MarshalValue } {
  const request = tuple(
    str(asked.mode ?? "exec"),
    str("<test>"),
    int(asked.flags ?? 0),
    int(asked.optimize ?? 0),
    int(asked.version ?? 0x030a),
    int(-1),
    str(asked.kind ?? "str"),
    asked.payload ?? str(source),
  );
  const response = loads(compile(dumps(request)));
  if (response.type !== "tuple" || response.items[0]?.type !== "str") throw new Error("malformed response");
  return { status: response.items[0].value, payload: response.items[1]!, warnings: response.items[2]! };
}

Deno.test("sources become code", () => {
  const { status, payload, warnings } = ask("x = 1\n");
  assertEquals(status, "code");
  if (payload.type !== "code") throw new Error("not code");
  assertEquals([payload.name, payload.filename, payload.names], ["<module>", "<test>", ["x"]]);
  assertEquals(warnings, tuple());
  const bytes: MarshalValue = { type: "bytes", value: new TextEncoder().encode("x = 1\n") };
  assertEquals(ask("", { kind: "bytes", payload: bytes }).payload, payload);
  assertEquals(ask("x", { mode: "eval" }).status, "code");
  assertEquals(ask("x\n", { mode: "single" }).status, "code");
});

Deno.test("trees go out and come back", () => {
  const source = "def f(a, *, b: int = u'x') -> None:\n  match a:\n    case [1, *_]: return f'{b!r}'\n";
  const { status, payload } = ask(source, { flags: PYCF_ONLY_AST });
  assertEquals(status, "ast");
  assertEquals(ask("", { kind: "ast", payload }).payload, ask(source).payload);
  const type = ask("(int) -> str", { mode: "func_type", flags: PYCF_ONLY_AST });
  assertEquals(type.status, "ast");
});

Deno.test("symbol tables", () => {
  const { status, payload } = ask("def f(): pass", { kind: "symtable" });
  assertEquals(status, "symtable");
  assertEquals(payload.type === "tuple" && payload.items[0], str("top"));
});

Deno.test("errors are answers", () => {
  assertEquals(
    ask("def f():\n  nonlocal x").payload,
    tuple(
      str("SyntaxError"),
      str("no binding for nonlocal 'x' found"),
      str("<test>"),
      ...[2, 3].map(int),
      str(null),
      int(2),
      int(13),
    ),
  );
  assertEquals(ask("x +").status, "error");
  const deep = ask("-".repeat(4000) + "x").payload;
  assertEquals(
    deep,
    tuple(str("RecursionError"), str("maximum recursion depth exceeded during compilation")),
  );
  const empty = tuple(str("Module"), { type: "list", items: [tuple(str("Pass"))] }, {
    type: "list",
    items: [],
  });
  assertEquals(
    ask("", { kind: "ast", payload: empty }).payload,
    tuple(str("TypeError"), str("wrong number of fields in Pass")),
  );
  const interactive = tuple(str("Interactive"), { type: "list", items: [] });
  assertEquals(
    ask("", { kind: "ast", payload: interactive }).payload,
    tuple(str("TypeError"), str("expected Module node, got Interactive")),
  );
  assertEquals(ask("", { kind: "ast", mode: "single", payload: interactive }).status, "code");
  const nothing = tuple(str("If"), tuple(str("Name"), str("x"), str("Load"), ...[1, 0, 1, 1].map(int)));
  assertEquals(ask("", { kind: "ast", payload: nothing }).status, "error");
});

Deno.test("the text of errors after parsing comes from the file", () => {
  const request = tuple(
    str("exec"),
    str("a.py"),
    ...[0, 0, 0x030a, -1].map(int),
    str("str"),
    str("return\n"),
  );
  const response = loads(compile(dumps(request), { readLine: (name, line) => `${name}:${line}\n` }));
  const error = response.type === "tuple" ? response.items[1] : null;
  assertEquals(error?.type === "tuple" ? error.items[5] : null, str("a.py:1\n"));
});

Deno.test("what is no request is an internal error", () => {
  for (const bytes of [dumps(tuple()), dumps(str("x"))]) {
    assertEquals(
      loads(compile(bytes)),
      tuple(str("error"), tuple(str("SystemError"), str("malformed request")), tuple()),
    );
  }
  const { status, payload } = ask("x", { version: 0x0399 });
  assertEquals(status, "error");
  const message = payload.type === "tuple" ? payload.items[1] : null;
  assertStringIncludes(message?.type === "str" ? message.value : "", "internal error of the compiler");
});

Deno.test("warnings come with the error that they may become", () => {
  const { status, warnings } = ask("x is 1\ny = '\\d'\n");
  assertEquals(status, "code");
  if (warnings.type !== "tuple") throw new Error("no warnings");
  const seen = warnings.items.map((warning) => warning.type === "tuple" ? warning.items : []);
  assertEquals(seen.map((items) => items[0]), [str("DeprecationWarning"), str("SyntaxWarning")]);
  assertEquals(seen.map((items) => items[2]), [int(2), int(1)]);
  const message = str('"is" with a literal. Did you mean "=="?');
  assertEquals(
    seen[1]![3],
    tuple(str("SyntaxError"), message, str("<test>"), int(1), int(1), str(null), int(1), int(7)),
  );
  assertEquals(seen[0]![3]!.type, "tuple");
});
