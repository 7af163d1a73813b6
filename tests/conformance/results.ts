/** From module results to the table, the file of results and the JSON. */
import { layOut, markdownTable } from "../../bench/report.ts";
import type { ModuleResult, Outcome, TestRecord } from "./module_run.ts";

const HEADER = ["module", "passed", "failed", "errors", "skipped", "seconds"];
const BAD: ReadonlySet<Outcome> = new Set<Outcome>(["failed", "error", "crashed", "timeout"]);

/** The tests of a module that did not pass. */
export function badTests(result: ModuleResult): TestRecord[] {
  return result.tests.filter((test) => BAD.has(test.outcome));
}

function row(result: ModuleResult, timed: boolean): string[] {
  const { passed, failed, error, crashed, timeout, skipped } = result.counts;
  const cells = [result.module, passed, failed, error + crashed + timeout, skipped].map(String);
  return timed ? [...cells, result.seconds.toFixed(1)] : cells;
}

/** "N modules pass whole of M", and the tests. */
export function summary(results: readonly ModuleResult[]): string {
  const whole = results.filter((result) => result.whole).length;
  const sum = (outcome: Outcome) => results.reduce((total, result) => total + result.counts[outcome], 0);
  const errors = sum("error") + sum("crashed") + sum("timeout");
  return `${whole} modules pass whole of ${results.length}; tests: ${sum("passed")} passed, ` +
    `${sum("failed")} failed, ${errors} errors, ${sum("skipped")} skipped`;
}

/** The table for the terminal; what passes whole first. */
export function formatTable(results: readonly ModuleResult[]): string {
  const sorted = [...results].sort((a, b) => Number(b.whole) - Number(a.whole));
  return [...layOut([HEADER, ...sorted.map((result) => row(result, true))]), "", summary(results)].join("\n");
}

/** The first line of what matters in a message: the last line that is not indented. */
export function headline(message: string): string {
  const lines = message.split("\n").filter((line) => line !== "" && !line.startsWith(" "));
  return (lines.at(-1) ?? "").slice(0, 160);
}

/** The failures, a line each. */
export function formatFailures(results: readonly ModuleResult[]): string {
  return results.flatMap(badTests).map((test) => `${test.outcome}: ${test.id}: ${headline(test.message)}`)
    .join(
      "\n",
    );
}

/** The file of results. */
export function formatMarkdown(results: readonly ModuleResult[], python: string): string {
  const rows = results.map((result) => [...row(result, false), result.whole ? "yes" : "no"]);
  return [
    "# CPython's own tests",
    "",
    `Written by \`deno task conformance --update\`: the test modules of CPython 3.10 under ${python}.`,
    "",
    `${summary(results)}.`,
    "",
    markdownTable([[...HEADER.slice(0, -1), "whole"], ...rows]),
    "",
  ].join("\n");
}

/** Everything, for tools; the messages of what passed are empty anyway. */
export function formatJson(results: readonly ModuleResult[], python: string): string {
  const whole = results.filter((result) => result.whole).length;
  return JSON.stringify({ python, whole, modules: results }, null, 1);
}
