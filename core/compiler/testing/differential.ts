/**
 * Compares the code generator with CPython 3.10 over files or whole folders:
 *
 *     deno run -A core/compiler/testing/differential.ts [--first N] PATH…
 *
 * Without a path it takes the standard library of CPython 3.10. Prints what differs and how many files agree.
 */
import { deserializeTree } from "../ast/serialize.ts";
import { compileTree } from "../codegen/mod.ts";
import { PyCompileError, PySyntaxError } from "../errors.ts";
import { difference } from "./compare.ts";
import { askOracle, findPython310, type OracleAnswer } from "./oracle.ts";

const BATCH = 100;

/** What is wrong with our answer for a file, or null. */
export function checkAnswer(filename: string, answer: OracleAnswer): string | null {
  if (answer.tree.type === "None") return null;
  try {
    const tree = deserializeTree(answer.tree);
    const { code } = compileTree(tree, { filename, flags: 0, optimize: 0 });
    if (answer.result.type !== "code") return "compiles, but CPython refuses it";
    return difference(code, answer.result);
  } catch (error) {
    const isOurs = error instanceof PySyntaxError || error instanceof PyCompileError;
    if (isOurs && answer.status === "error") return null;
    return isOurs ? `${error.className}: ${error.message}` : String((error as Error).stack);
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

async function main(args: string[]): Promise<void> {
  const python = findPython310();
  if (python === null) throw new Error("CPython 3.10 is needed");
  let shown = 10;
  if (args[0] === "--first") shown = Number(args.splice(0, 2)[1]);
  if (args.length === 0) args = [python.replace(/bin\/[^/]*$/, "lib/python3.10")];
  const files = args.flatMap((path) => [...pythonFiles(path)]).sort();
  let equal = 0;
  let different = 0;
  let skipped = 0;
  for (let i = 0; i < files.length; i += BATCH) {
    const batch = files.slice(i, i + BATCH);
    const answers = await askOracle(python, batch.map((source) => ({ source, mode: null })));
    batch.forEach((file, j) => {
      const problem = checkAnswer(file, answers[j]!);
      if (answers[j]!.tree.type === "None") skipped++;
      else if (problem === null) equal++;
      else if (different++ < shown) console.log(`${file}: ${problem}\n`);
    });
  }
  console.log(`${equal} equal, ${different} different, ${skipped} do not parse`);
}

if (import.meta.main) await main([...Deno.args]);
