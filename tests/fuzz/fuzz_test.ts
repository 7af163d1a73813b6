/** The generator (programs type-check, end, are deterministic, cover the language), the shrinker, the judge. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import * as rts from "@rts";
import { errorSignature, firstDifference, judge, sameFailure } from "./compare.ts";
import { Executor } from "./execute.ts";
import { FORMS, type Kind, KINDS, LITERALS } from "./forms.ts";
import { generate } from "./generate.ts";
import { ORACLE, TRANSLATED_MODES } from "./modes.ts";
import { Random } from "./random.ts";
import { shrink } from "./shrink.ts";
import { GENERATED_MARK, IMPORTS, SUPPORT } from "./support.ts";

const CONFIG = fileURLToPath(new URL("../../deno.json", import.meta.url));
const SEEDS = Array.from({ length: 12 }, (_, i) => 1000 + i);

async function withPrograms(run: (files: string[], dir: string) => Promise<void>): Promise<void> {
  const dir = await Deno.makeTempDir({ prefix: "fuzz-" });
  try {
    const seeds = SEEDS.slice(0, 8);
    const files = seeds.map((seed) => `${dir}/p${seed}.ts`);
    for (let i = 0; i < seeds.length; i++) await Deno.writeTextFile(files[i], generate(seeds[i], 4));
    await run(files, dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

Deno.test("one seed gives one program, two seeds two", () => {
  assertEquals(generate(5, 3), generate(5, 3));
  assert(generate(5, 3) !== generate(6, 3));
});

Deno.test("generated programs type-check", async () => {
  await withPrograms(async (files) => {
    const command = new Deno.Command(Deno.execPath(), {
      args: ["check", "-q", "--config", CONFIG, ...files],
    });
    const { success, stderr } = await command.output();
    assert(success, new TextDecoder().decode(stderr).slice(0, 2000));
  });
});

Deno.test("generated programs end, print a trace and do so again", async () => {
  await withPrograms(async (files) => {
    const executor = new Executor(20_000);
    for (const file of files) {
      const first = await executor.run(file, ORACLE);
      assertEquals(first.error, null);
      assertStringIncludes(first.output, "checksum ");
      assert(first.output.split("\n").length > 10, `${file} prints little`);
      assertEquals(await executor.run(file, ORACLE), first);
    }
    await executor.close();
  });
});

// What found a fault once stays here by its seed.
const FOUND = [2006];

Deno.test("generated programs do the same translated, in every mode", async () => {
  const dir = await Deno.makeTempDir({ prefix: "fuzz-" });
  const executor = new Executor(60_000);
  try {
    for (const seed of [...FOUND, ...SEEDS.slice(0, 5)]) {
      const file = `${dir}/p${seed}.ts`;
      await Deno.writeTextFile(file, generate(seed, 4));
      const expected = await executor.run(file, ORACLE);
      assertEquals(expected.error, null);
      for (const mode of TRANSLATED_MODES) {
        assertEquals(
          judge(expected, await executor.run(file, mode), mode),
          null,
          `seed ${seed}, ${mode.name}`,
        );
      }
    }
  } finally {
    await executor.close();
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("programs together use what the generator is for", () => {
  const text = SEEDS.map((seed) => generate(seed, 4)).map((program) => program.split(GENERATED_MARK)[1])
    .join();
  const features = [
    "extends Root",
    "super.",
    "override",
    "instanceof",
    " as C",
    "switch (",
    "default:",
    "finally {",
  ];
  features.push(
    "catch (e)",
    "throw new",
    "continue loop",
    "break loop",
    "do {",
    "while (",
    " of ",
    "readonly ",
  );
  features.push(
    "new Box<i64>",
    "TABLE[",
    "wrap64(",
    "wrapU64(",
    "addOvf(",
    ">>> 0",
    "Math.imul(",
    ": u8 =",
    "gcCollect(",
  );
  assertEquals(features.filter((feature) => !text.includes(feature)), []);
});

/** The functions of the support part that forms use, as plain JavaScript values. */
const SUPPORT_VALUES: Record<string, unknown> = {
  plain: (x: number) => x | 0,
  lowU: (x: number) => (x & 65535) >>> 0,
  toF: (x: number) => x | 0,
  toFU: (x: number) => x >>> 0,
  noNaN: (x: number) => x !== x ? 0.25 : x,
  eqB: (a: boolean, b: boolean) => a === b,
  pick: (first: boolean, a: unknown, b: unknown) => first ? a : b,
  at: (array: unknown[], index: number, fallback: unknown) =>
    array.length === 0 ? fallback : array[(index >>> 1) % array.length],
  unitAt: (text: string, index: number) => text === "" ? -1 : text.charCodeAt((index >>> 1) % text.length),
  showF: (x: number) => `${x}`,
  scaled: (x: number, by = 3) => Math.imul(x, by),
  halved: (x: number) => x >> 1,
  colourName: (colour: number) => `${colour}`,
  Colour: { Red: 0, Green: 5, Blue: 6 },
  TABLE: Array.from({ length: 4 }, () => (a: number, b: number) => (a - b) | 0),
  INTS: [3, 1, 2],
  WIDE: [5n, -6n],
  NAMES: ["ann", "bob"],
  NUMBERS: new Set(),
  COUNTS: new Map(),
  BYTES: new Uint8Array(8),
  SIGNED: new Int8Array(8),
  SHORTS: new Int16Array(8),
  WORDS: new Int32Array(8),
  UNSIGNED: new Uint32Array(8),
  DOUBLES: new Float64Array(8),
  LONGS: new BigInt64Array(8),
  YES: true,
  NO: false,
};
const SCOPE: Record<string, unknown> = { ...rts, ...SUPPORT_VALUES };

const IN_RANGE: Record<Kind, (value: unknown) => boolean> = {
  i32: (value) => value === (Number(value) | 0),
  u32: (value) => value === (Number(value) >>> 0),
  i64: (value) => typeof value === "bigint" && value === BigInt.asIntN(64, value),
  u64: (value) => typeof value === "bigint" && value === BigInt.asUintN(64, value),
  f64: (value) => typeof value === "number",
  bool: (value) => typeof value === "boolean",
  string: (value) => typeof value === "string",
};

function evaluate(expression: string): unknown {
  const plain = expression.replace(/\b(pick|at)<\w+>/g, "$1");
  return new Function(...Object.keys(SCOPE), `return ${plain};`)(...Object.values(SCOPE));
}

Deno.test("no form leaves its kind, whatever edge values it is given", () => {
  const random = new Random(7);
  for (const kind of KINDS) {
    for (const literal of LITERALS[kind]) assert(IN_RANGE[kind](evaluate(literal)), literal);
    for (const form of FORMS[kind]) {
      for (let i = 0; i < 40; i++) {
        const filled = form.replace(/\{(\w+)\}/g, (_, what: Kind) => random.pick(LITERALS[what]));
        const value = evaluate(filled);
        assert(IN_RANGE[kind](value), `${filled} is ${value}, no ${kind}`);
      }
    }
  }
});

Deno.test("the shrinker keeps what fails and little else", async () => {
  const program = generate(1003, 4);
  const [, generated] = program.split(GENERATED_MARK);
  const word = "switch (which)";
  assertStringIncludes(generated, word);
  let trials = 0;
  const small = await shrink(program, (candidate) => {
    trials++;
    return Promise.resolve(candidate.split(GENERATED_MARK)[1]?.includes(word) ?? false);
  }, 3000);
  const rest = small.split(GENERATED_MARK)[1];
  assertStringIncludes(rest, word);
  assert(rest.length < 200, `${rest.length} characters are left after ${trials} trials:\n${rest}`);
  assertStringIncludes(small, "function tick(): bool");
});

Deno.test("the shrinker gives up at its budget", async () => {
  let trials = 0;
  const program = generate(1, 2);
  const same = await shrink(program, () => Promise.resolve(++trials < 0), 17);
  assertEquals([same === program, trials <= 17], [true, true]);
});

Deno.test("outcomes are judged against the oracle", () => {
  const [release, debug] = TRANSLATED_MODES;
  const good = { output: "a\nb\n", error: null };
  assertEquals(judge(good, good, release), null);
  const wrong = judge(good, { output: "a\nc\n", error: null }, release)!;
  assertEquals(wrong.kind, "mismatch");
  assertStringIncludes(wrong.detail, "line 2");
  const broken = judge(good, { output: "", error: "Error: trap at v12" }, debug)!;
  assertEquals(broken.kind, "error");
  assert(sameFailure(broken, judge(good, { output: "", error: "Error: trap at v99" }, debug)));
  assert(!sameFailure(broken, judge(good, { output: "", error: "Error: other" }, debug)));
  assert(!sameFailure(broken, wrong));
  assert(!sameFailure(wrong, null));
  assertEquals(judge({ output: "", error: "x" }, good, release)!.kind, "oracle");
});

Deno.test("differences and signatures", () => {
  assertStringIncludes(firstDifference("a\nb", "a"), "line 2: expected b");
  assertEquals(
    errorSignature("/tmp/x/12.ts:4:9: error RTS201: expected i32, found 'foo'\n help"),
    errorSignature("/tmp/y/99.ts:40:1: error RTS201: expected i32, found 'bar'"),
  );
});

Deno.test("a program that does not end is reported, and the next one runs", async () => {
  const dir = await Deno.makeTempDir({ prefix: "fuzz-" });
  try {
    const program = (body: string) =>
      `${IMPORTS}${SUPPORT}export function run(n: i32): f64 { ${body} return n; }\n`;
    await Deno.writeTextFile(`${dir}/hang.ts`, program("while (n === 0) trace('x');"));
    await Deno.writeTextFile(`${dir}/fine.ts`, program("trace('fine');"));
    await Deno.writeTextFile(`${dir}/throws.ts`, program("throw new Failure('no', 3);"));
    const executor = new Executor(2000);
    assertStringIncludes((await executor.run(`${dir}/hang.ts`, ORACLE)).error!, "hang");
    assertEquals(await executor.run(`${dir}/fine.ts`, ORACLE), { output: "fine\n", error: null });
    assertEquals((await executor.run(`${dir}/throws.ts`, ORACLE)).error, "exception no");
    await executor.close();
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});
