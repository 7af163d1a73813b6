/**
 * Compares what our parser and CPython's make of snippets, most of them invalid:
 *
 *     deno run -A core/compiler/parser/oracle/compare_errors.ts [--verbose] [--mode=exec] [snippet…]
 *
 * Without snippets: those of `snippets.ts` and those that CPython's own tests hold.
 */
import { parse, PyError, PySyntaxError } from "../mod.ts";
import type { Mode } from "../mod.ts";
import { canonical } from "./canonical.ts";
import { nameLookup } from "./names.ts";
import { type Answer, cpythonHome, Oracle, type Question } from "./oracle.ts";

/** What is parsed, and how. */
export interface Case {
  source: string | Uint8Array;
  mode?: Mode;
  flags?: number;
  featureVersion?: number;
  /** Whether warnings are errors. */
  strict?: boolean;
}

/** What a parser asks its environment for, as CPython would answer it for this source. */
interface Hooks {
  lookupName: (name: string) => number | null;
  decode?: (bytes: Uint8Array, encoding: string) => string | null;
}

async function hooksFor(oracle: Oracle, source: string | Uint8Array): Promise<Hooks> {
  const lookupName = await nameLookup(oracle, source);
  const cookie = typeof source === "string"
    ? null
    : /coding[:=][ \t]*([-\w.]+)/.exec(new TextDecoder().decode(source));
  if (cookie === null) return { lookupName };
  const { text = null } = await oracle.ask({ bytes: base64(source as Uint8Array), encoding: cookie[1]! });
  return { lookupName, decode: () => text };
}

/** Our answer, in the oracle's form. */
export function ourAnswer(test: Case, hooks: Hooks): Answer {
  const mode = test.mode ?? "exec";
  try {
    const { tree, warnings } = parse(test.source, {
      filename: "<test>",
      mode,
      flags: (test.flags ?? 0) | 0x400,
      ...(test.featureVersion === undefined ? {} : { featureVersion: test.featureVersion }),
      ...(test.strict ? { isError: () => true } : {}),
      ...hooks,
    });
    return { tree: canonical(tree), warnings: warnings.map((w) => [w.message, w.lineno]) };
  } catch (error) {
    if (error instanceof PySyntaxError) {
      const { className, message, lineno, offset, endLineno, endOffset, text } = error;
      return { error: [className, message, lineno, offset, endLineno, endOffset, text] };
    }
    if (error instanceof PyError) {
      return { error: [error.className, error.message, null, null, null, null, null] };
    }
    throw error;
  }
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""));
}

/** Both answers, ours first. */
export async function bothAnswers(oracle: Oracle, test: Case): Promise<[string, string]> {
  const question: Question = { mode: test.mode ?? "exec", flags: test.flags ?? 0 };
  if (test.featureVersion !== undefined) question.feature_version = test.featureVersion;
  if (test.strict) question.strict = true;
  if (typeof test.source === "string") question.source = test.source;
  else question.bytes = base64(test.source);
  const theirs = await oracle.ask(question);
  const ours = ourAnswer(test, await hooksFor(oracle, test.source));
  return [
    JSON.stringify(ours.error ?? [ours.tree, ours.warnings]),
    JSON.stringify(theirs.error ?? [theirs.tree, theirs.warnings]),
  ];
}

/** Compares all cases, prints the differences, and returns how many are the same. */
export async function compareAll(
  oracle: Oracle,
  cases: Iterable<Case>,
  verbose: boolean,
): Promise<[number, number]> {
  let same = 0, different = 0;
  for (const test of cases) {
    let ours: string, theirs: string;
    try {
      [ours, theirs] = await bothAnswers(oracle, test);
    } catch (error) {
      [ours, theirs] = [String(error instanceof Error ? error.stack : error), "?"];
    }
    if (ours === theirs) same++;
    else different++;
    if (verbose || ours !== theirs) {
      const source = typeof test.source === "string" ? test.source : new TextDecoder().decode(test.source);
      console.log(
        `${ours === theirs ? "same" : "DIFFERENT"} ${test.mode ?? "exec"} ${
          JSON.stringify(source.slice(0, 300))
        }`,
      );
      console.log(`  ours:    ${ours.slice(0, 600)}\n  CPython: ${theirs.slice(0, 600)}`);
    }
  }
  return [same, different];
}

if (import.meta.main) {
  const home = cpythonHome();
  if (home === null) {
    console.error("no CPython 3.10.13 (by pyenv) on this machine");
    Deno.exit(1);
  }
  await using oracle = new Oracle(home);
  const given = Deno.args.filter((arg) => !arg.startsWith("--"));
  const verbose = Deno.args.includes("--verbose");
  const mode = (Deno.args.find((arg) => arg.startsWith("--mode="))?.slice(7) ?? "exec") as Mode;
  let cases: Iterable<Case>;
  if (given.length > 0) {
    cases = given.map((source) => ({ source: source.replaceAll("\\n", "\n"), mode }));
  } else {
    const { allCases } = await import("./snippets.ts");
    cases = await allCases(home);
  }
  const [same, different] = await compareAll(oracle, cases, verbose);
  console.log(`${same} the same, ${different} different`);
}
