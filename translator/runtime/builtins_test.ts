import { assert, assertEquals } from "@std/assert";
import { MATH_FUNCTIONS } from "../../core/host/table.ts";
import { OPS } from "../ir/ops.ts";
import * as prelude from "../prelude/mod.ts";
import * as os from "../prelude/os.ts";
import * as raw from "../prelude/raw.ts";
import * as builtins from "./builtins.ts";
import { RtsArray } from "./array.ts";

const HERE = new URL("../", import.meta.url);

/** Prelude functions that exist untranslated only. */
const UNTRANSLATED_ONLY = ["rawAttach", "setStackPointer", "setCallSlot", "setLayout", "setSystem"];

async function assertExists({ module, export: name }: builtins.RuntimeExport): Promise<void> {
  // The collector's exports are for its own tests to check, and weakref.ts loads the collector.
  if (module.startsWith("gc/") || module === "runtime/weakref.ts") return;
  const found = await import(new URL(module, HERE).href);
  assert(found[name] !== undefined, `${module} does not export ${name}`);
}

Deno.test("tables name functions and classes that exist", async () => {
  const strings = [
    ...Object.values(builtins.STRING_METHODS),
    ...Object.values(builtins.STRING_STATICS),
  ].map((name) => ({ module: "runtime/string.ts", export: name }));
  const numbers = Object.values(builtins.NUMBER_METHODS).flatMap((methods) => Object.values(methods))
    .map((name) => ({ module: "runtime/number.ts", export: name }));
  const keys = Object.values(builtins.KEY_FUNCTIONS).flatMap(({ hash, same }) =>
    typeof same === "string" ? [hash] : [hash, same]
  );
  const math = [...Object.values(builtins.MATH), ...Object.values(builtins.MATH_I32)]
    .flatMap((entry) => entry.kind === "call" ? [entry.fn] : []);
  const all = [
    ...strings,
    ...numbers,
    ...keys,
    ...math,
    ...Object.values(builtins.FIXED_METHODS),
    ...Object.values(builtins.TEXT_FUNCTIONS),
    ...Object.values(builtins.RUNTIME_CLASSES),
    ...Object.values(builtins.PRELUDE_FUNCTIONS),
    ...Object.values(builtins.OPERATOR_FUNCTIONS),
    ...Object.values(builtins.ENTRY_POINTS),
  ];
  for (const entry of all) await assertExists(entry);
  assert(all.length > 80, `${all.length} entries`);
});

Deno.test("tables cover every function of the prelude, each once", () => {
  const tables = [
    Object.keys(builtins.PRELUDE_FUNCTIONS),
    Object.keys(builtins.PRELUDE_OPS),
    Object.keys(builtins.PRELUDE_HOSTS),
    Object.keys(builtins.PRELUDE_CONSTANTS),
    builtins.PRELUDE_SPECIAL.filter((name) => name !== "layout"), // of @rts/intrinsics or @rts/raw
  ].flat();
  const functions = Object.entries({ ...prelude, ...raw, ...os })
    .filter(([, value]) => typeof value === "function" && !`${value}`.startsWith("class"))
    .map(([name]) => name)
    .filter((name) => !UNTRANSLATED_ONLY.includes(name) && name !== "layout");
  assertEquals([...tables].sort(), functions.sort());
});

Deno.test("opcodes take what the prelude functions take", () => {
  for (const [name, { ops }] of Object.entries(builtins.PRELUDE_OPS)) {
    const fn = ({ ...prelude, ...raw } as Record<string, unknown>)[name] as (...args: unknown[]) => unknown;
    const args = ops.length === 0 ? null : OPS[ops[0]].args;
    if (args !== null && args !== "imm") assertEquals(args.length, fn.length, name);
  }
});

Deno.test("every function of Math that RTS has is in a table", () => {
  const listed =
    "abs min max floor ceil trunc sqrt round sin cos tan asin acos atan atan2 exp log log2 log10 " +
    "pow imul clz32 fround hypot sign cbrt sinh cosh tanh asinh acosh atanh expm1 log1p";
  const names = new Set([...Object.keys(builtins.MATH), ...Object.keys(builtins.MATH_I32)]);
  assertEquals([...names].sort(), listed.split(" ").sort());
  for (const [name, entry] of Object.entries(builtins.MATH)) {
    if (entry.kind === "host") assertEquals(MATH_FUNCTIONS[entry.which] as string, name);
  }
});

Deno.test("indexed variants are methods of RtsArray", () => {
  for (const name of Object.values(builtins.INDEXED_VARIANTS)) assert(name in RtsArray.prototype, name);
});

Deno.test("tables know nothing of Object.prototype", () => {
  assertEquals([builtins.STRING_METHODS["constructor"], builtins.MATH["toString"]] as unknown[], [
    undefined,
    undefined,
  ]);
});
