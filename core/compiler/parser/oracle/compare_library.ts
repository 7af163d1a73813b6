/**
 * Compares the trees of all Python files under some folders (CPython's library by default) with CPython's own:
 *
 *     deno run -A core/compiler/parser/oracle/compare_library.ts [folder or file…]
 *
 * Prints each file that differs, with the first place that does, and the counts.
 */
import { createHash } from "node:crypto";
import { parse, PyError } from "../mod.ts";
import { canonical } from "./canonical.ts";
import { cpythonHome, Oracle } from "./oracle.ts";
import { nameLookup } from "./names.ts";

/** All `.py` files under `path`, but for installed packages. */
export function* pythonFiles(path: string): Generator<string> {
  if (Deno.statSync(path).isFile) {
    yield path;
    return;
  }
  const entries = [...Deno.readDirSync(path)].sort((a, b) => a.name < b.name ? -1 : 1);
  for (const entry of entries) {
    if (entry.isDirectory && entry.name !== "site-packages") yield* pythonFiles(`${path}/${entry.name}`);
    else if (entry.isFile && entry.name.endsWith(".py")) yield `${path}/${entry.name}`;
  }
}

/** What is different about one file, or null. */
export async function compareFile(oracle: Oracle, path: string): Promise<string | null> {
  const bytes = Deno.readFileSync(path);
  const expected = await oracle.ask({ path, hash: true });
  const lookupName = await nameLookup(oracle, bytes);
  let text: string;
  let warnings: string;
  try {
    const result = parse(bytes, { filename: "<test>", mode: "exec", lookupName });
    text = canonical(result.tree);
    warnings = JSON.stringify(result.warnings.map((w) => [w.message, w.lineno]));
  } catch (error) {
    if (expected.error !== undefined && error instanceof PyError) {
      return error.message === expected.error[1] ? null : `${error.message}, not ${expected.error[1]}`;
    }
    return String(error);
  }
  if (expected.error !== undefined) return `no error, not ${expected.error[1]}`;
  if (createHash("sha1").update(text).digest("hex") !== expected.hash) {
    const tree = (await oracle.ask({ path })).tree!;
    let i = 0;
    while (text[i] === tree[i]) i++;
    return `at ${i}:\n  ours     …${text.slice(i - 150, i + 60)}\n  CPython's …${
      tree.slice(i - 150, i + 60)
    }`;
  }
  const expectedWarnings = JSON.stringify(expected.warnings);
  return warnings === expectedWarnings ? null : `warnings ${warnings}, not ${expectedWarnings}`;
}

if (import.meta.main) {
  const home = cpythonHome();
  if (home === null) {
    console.error("no CPython 3.10.13 (by pyenv) on this machine");
    Deno.exit(1);
  }
  await using oracle = new Oracle(home);
  const roots = Deno.args.length > 0 ? Deno.args : [`${home}/lib/python3.10`];
  let same = 0, different = 0;
  for (const root of roots) {
    for (const path of pythonFiles(root)) {
      const difference = await compareFile(oracle, path);
      if (difference === null) same++;
      else {
        different++;
        console.log(`${path}: ${difference}`);
      }
    }
  }
  console.log(`${same} files the same, ${different} different`);
}
