/**
 * Generates a large RTS program, to measure how long translation takes: many modules with class hierarchies,
 * virtual calls, generics, containers, text, interpreters and exceptions. The same options give the same program,
 * and all of it is reachable from `main`, which prints a checksum.
 *
 * `deno run -A bench/generate_large.ts [--lines N] [--seed N] [--out DIR]` writes it to `build/large/`.
 */
import { parseArgs } from "@std/cli";
import { ensureDir } from "@std/fs";
import type { Leaf } from "./large/bodies.ts";
import { MODULE_KINDS, ModuleWriter } from "./large/modules.ts";
import { Random } from "./large/random.ts";

/** What to generate. */
export interface LargeOptions {
  /** Lines of the whole program; the last module may exceed it. */
  readonly lines: number;
  readonly seed: number;
}

/** What every module may use. */
const SUPPORT = `/** What the modules of the generated program share. */
import { Exception, type i32 } from "@rts";

export class Failure extends Exception {
  constructor(message: string, readonly code: i32) {
    super(message);
  }
  describe(): string {
    return this.message;
  }
}

export abstract class Item {
  constructor(readonly name: string) {}
  abstract score(x: i32): i32;
  describe(): string {
    return this.name;
  }
}

export function mix(h: i32, x: i32): i32 {
  const y = Math.imul(h ^ x, 0x5bd1e995);
  return (y ^ (y >>> 15)) & 0x7fffffff;
}

export function clip(text: string): string {
  return text.length > 24 ? text.substring(0, 24) : text;
}

export function checked(value: i32, limit: i32): i32 {
  if ((value & 1023) > limit) throw new Failure("limit", value & 1023);
  return value;
}

export function scoreAll(count: i32, item: Item): i32 {
  let total: i32 = 0;
  for (let i: i32 = 0; i < (count & 7); i++) total = mix(total, item.score(i));
  return total;
}
`;

const IMPORTS = [
  'import { type f64, type i32, i32ToI64, type i64, i64ToI32, StringBuilder, type u32, wrap64 } from "@rts";',
  'import { checked, clip, Failure, Item, mix, scoreAll } from "./support.ts";',
];

interface Written {
  readonly file: string;
  readonly entries: readonly string[];
  readonly leaves: readonly Leaf[];
}

/** The files of the program, by name; `main.ts` is the program. */
export function generateLarge(options: LargeOptions): Map<string, string> {
  const random = new Random(options.seed);
  const files = new Map([["support.ts", SUPPORT]]);
  const modules: Written[] = [];
  let lines = countLines(SUPPORT);
  while (lines < options.lines || modules.length < MODULE_KINDS.length) {
    const { written, text } = writeModule(modules, random);
    files.set(written.file, text);
    modules.push(written);
    lines += countLines(text);
  }
  files.set("main.ts", writeMain(modules));
  return files;
}

function countLines(text: string): number {
  return text.split("\n").length - 1;
}

/** One more module, which imports some leaves of `earlier` ones. */
function writeModule(earlier: readonly Written[], random: Random): { written: Written; text: string } {
  const id = earlier.length;
  const file = `module_${String(id).padStart(3, "0")}.ts`;
  const sources = earlier.length === 0 ? [] : [...new Set([random.pick(earlier), random.pick(earlier)])];
  const w = new ModuleWriter(id, random, sources.flatMap((source) => source.leaves));
  w.out.add(...IMPORTS);
  for (const source of sources) {
    w.out.add(`import { ${source.leaves.map((leaf) => leaf.name).join(", ")} } from "./${source.file}";`);
  }
  w.out.add("");
  const leaves = w.addLeaves(random.between(4, 8));
  MODULE_KINDS[id % MODULE_KINDS.length](w);
  w.randomEntry("work", random.between(6, 12));
  writeLeafEntry(w, leaves);
  return { written: { file, entries: w.entries, leaves }, text: w.out.text() };
}

/** Calls each leaf once, so that all are reachable. */
function writeLeafEntry(w: ModuleWriter, leaves: readonly Leaf[]): void {
  const scope = w.entry("leaves");
  w.out.add("let total = seed;");
  for (const leaf of leaves) {
    const args = leaf.params.map((kind) => w.bodies.expression(kind, scope, 1)).join(", ");
    const value = `${leaf.name}(${args})`;
    w.out.add(
      `total = mix(total, ${{ i32: value, f64: `${value} | 0`, string: `${value}.length` }[leaf.result]});`,
    );
  }
  w.out.add("return total;", "}", "");
}

function writeMain(modules: readonly Written[]): string {
  const lines = ['import { type f64, type i32, print } from "@rts";', 'import { mix } from "./support.ts";'];
  for (const module of modules) {
    lines.push(`import { ${module.entries.join(", ")} } from "./${module.file}";`);
  }
  lines.push(
    "",
    "/** One pass over all modules. */",
    "function pass(seed: i32): i32 {",
    "  let total = seed;",
  );
  for (const module of modules) {
    for (const entry of module.entries) lines.push(`  total = mix(total, ${entry}(total & 0xffff));`);
  }
  lines.push("  return total;", "}", "");
  lines.push("export function run(n: i32): f64 {", "  let total: i32 = 1;");
  lines.push("  for (let i: i32 = 0; i < n; i++) total = pass(total);", "  return total;", "}", "");
  lines.push("export function defaultSize(): i32 {", "  return 10;", "}", "");
  lines.push(
    "export function main(_args: string[]): i32 {",
    "  print(`checksum ${pass(1)}`);",
    "  return 0;",
    "}",
  );
  return lines.join("\n") + "\n";
}

/** Writes the files of {@link generateLarge} into `directory`, in place of what it held before. */
export async function writeLarge(directory: string, options: LargeOptions): Promise<void> {
  await Deno.remove(directory, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  await ensureDir(directory);
  for (const [file, text] of generateLarge(options)) await Deno.writeTextFile(`${directory}/${file}`, text);
}

if (import.meta.main) {
  const args = parseArgs(Deno.args, { string: ["lines", "seed", "out"] });
  const root = new URL("../build/large", import.meta.url).pathname;
  const out = String(args.out ?? root);
  await writeLarge(out, { lines: Number(args.lines ?? 30000), seed: Number(args.seed ?? 1) });
  console.log(`${out}/main.ts`);
}
