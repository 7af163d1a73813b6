/**
 * Compares the code generator with CPython 3.10 over files or whole folders:
 *
 *     deno run -A core/compiler/testing/differential.ts [--own-parser] [--optimize N] [--first N] PATH…
 *
 * Without a path it takes the standard library of CPython 3.10. The trees are CPython's unless our own parser is
 * asked for. Prints what differs and how many files agree.
 */
import { deserializeTree } from "../ast/serialize.ts";
import { compileTree } from "../codegen/mod.ts";
import { type CompilerWarning, PyError, PySyntaxError } from "../errors.ts";
import { int, list, type MarshalValue, NONE, str, tuple } from "../marshal/mod.ts";
import { difference } from "./compare.ts";
import type { Node } from "../ast/access.ts";
import { parse } from "../parser/mod.ts";
import { askOracle, findPython310, type OracleAnswer, type OracleRequest } from "./oracle.ts";

const BATCH = 100;

/** What is wrong with our answer for a file, or null. */
export function checkAnswer(
  request: OracleRequest,
  answer: OracleAnswer,
  ownParser?: NameLookup,
): string | null {
  if (answer.tree.type === "None") return null;
  const filename = request.mode === null ? request.source : "<test>";
  const options = { filename, flags: request.flags ?? 0, optimize: request.optimize ?? 0 };
  try {
    const tree = ownParser ? parseFile(filename, ownParser) : deserializeTree(answer.tree);
    const { code, warnings } = compileTree(tree, options);
    if (answer.result.type !== "code") return `compiles, but CPython says ${show(answer.result)}`;
    return difference(code, answer.result) ?? warningsDifference(warnings, answer);
  } catch (error) {
    const said = errorText(error);
    if (said === null) return String((error as Error).stack);
    const expected = answer.status === "error" ? show(answer.result) : "code";
    return said === expected ? null : `${said}, but CPython says ${expected}`;
  }
}

function parseFile(filename: string, lookupName: NameLookup): Node {
  return parse(Deno.readFileSync(filename), { filename, mode: "exec", lookupName }).tree;
}

type NameLookup = (name: string) => number | null;

/** The Unicode names that files use, for our own parser: asked of CPython, since the platform knows none. */
export async function nameLookup(python: string, files: string[]): Promise<NameLookup> {
  const names: Set<string> = new Set();
  for (const file of files) {
    for (const [, name] of Deno.readTextFileSync(file).matchAll(/\\N\{([^}\n]*)\}/g)) names.add(name!);
  }
  const points: Map<string, number> = new Map();
  const [answer] = await askOracle(python, [{ source: [...names].join("\n"), mode: "names" }]);
  if (answer?.result.type === "list") {
    [...names].forEach((name, i) => {
      const point = answer.result.type === "list" ? answer.result.items[i]! : NONE;
      if (point.type === "int") points.set(name, Number(point.value));
    });
  }
  return (name) => points.get(name) ?? null;
}

/** Class, message and place of an error, as the oracle lists them. */
function errorText(error: unknown): string | null {
  if (error instanceof PySyntaxError) {
    const { className, message, filename, lineno, offset, endLineno, endOffset } = error;
    const texts = [className, message, filename].map(str);
    return show(tuple(...texts, ...[lineno, offset, endLineno, endOffset].map(int)));
  }
  if (!(error instanceof PyError)) return null;
  return show(tuple(str(error.className), str(error.message), NONE, NONE, NONE, NONE, NONE));
}

function warningsDifference(warnings: CompilerWarning[], answer: OracleAnswer): string | null {
  const told = warnings.map(({ category, message, lineno }) =>
    tuple(str(category), str(message), int(lineno))
  );
  const actual = show(list(told));
  const expected = show(answer.warnings);
  return actual === expected ? null : `warnings ${actual} != ${expected}`;
}

/** A readable text of an answer. */
function show(value: MarshalValue): string {
  switch (value.type) {
    case "tuple":
    case "list":
      return `(${value.items.map(show).join(", ")})`;
    case "str":
      return JSON.stringify(value.value);
    case "int":
      return value.value.toString();
    default:
      return value.type;
  }
}

function* pythonFiles(path: string): Generator<string> {
  if (Deno.statSync(path).isFile) {
    yield path;
    return;
  }
  for (const entry of Deno.readDirSync(path)) {
    if (entry.isDirectory && entry.name !== "site-packages") yield* pythonFiles(`${path}/${entry.name}`);
    else if (entry.name.endsWith(".py")) yield `${path}/${entry.name}`;
  }
}

function numberOption(args: string[], name: string, otherwise: number): number {
  return args[0] === name ? Number(args.splice(0, 2)[1]) : otherwise;
}

async function main(args: string[]): Promise<void> {
  const python = findPython310();
  if (python === null) throw new Error("CPython 3.10 is needed");
  const ownParser = args[0] === "--own-parser";
  if (ownParser) args.shift();
  const optimize = numberOption(args, "--optimize", 0);
  const shown = numberOption(args, "--first", 10);
  if (args.length === 0) args = [python.replace(/bin\/[^/]*$/, "lib/python3.10")];
  const files = args.flatMap((path) => [...pythonFiles(path)]).sort();
  let equal = 0;
  let different = 0;
  let skipped = 0;
  const lookup = ownParser ? await nameLookup(python, files) : undefined;
  for (let i = 0; i < files.length; i += BATCH) {
    const batch = files.slice(i, i + BATCH);
    const answers = await askOracle(python, batch.map((source) => ({ source, mode: null, optimize })));
    batch.forEach((file, j) => {
      const problem = checkAnswer({ source: file, mode: null, optimize }, answers[j]!, lookup);
      if (answers[j]!.tree.type === "None") skipped++;
      else if (problem === null) equal++;
      else if (different++ < shown) console.log(`${file}: ${problem}\n`);
    });
  }
  console.log(`${equal} equal, ${different} different, ${skipped} do not parse`);
}

if (import.meta.main) await main([...Deno.args]);
