/** From measurements to what is shown: the comparison, the table, the JSON line, the file of results. */
import { geometricMean, median } from "./stats.ts";
import type { WorkerReport } from "./worker.ts";
import type { BenchProgram } from "./programs.ts";

/** Medians over the processes of one mode. */
export interface Figures {
  readonly ms: number;
  readonly firstMs: number;
  readonly rssBytes: number;
  readonly checksum: number;
}

/** One program, measured; `translated` is null when only the untranslated mode ran. */
export interface ProgramResult {
  readonly name: string;
  readonly group: BenchProgram["group"];
  readonly size: number;
  readonly untranslated: Figures;
  readonly translated: Figures | null;
}

/** Everything a run of `bench rts` found. */
export interface SuiteResult {
  readonly profile: string;
  readonly results: readonly ProgramResult[];
  readonly skipped: readonly string[];
  readonly failed: readonly { readonly name: string; readonly error: string }[];
}

/** Ratios translated / untranslated: below 1, the translated program is faster or smaller. */
export interface Ratios {
  readonly ms: number;
  readonly first: number;
  readonly rss: number;
}

/** Reduces the processes of one mode. @throws {Error} when their checksums differ. */
export function summarize(reports: readonly WorkerReport[]): Figures {
  const checksum = reports[0].checksum;
  const other = reports.find((report) => !Object.is(report.checksum, checksum));
  if (other !== undefined) throw new Error(`checksums ${checksum} and ${other.checksum} in one mode`);
  return {
    checksum,
    ms: median(reports.map((report) => median(report.timesMs))),
    firstMs: median(reports.map((report) => report.firstMs)),
    rssBytes: median(reports.map((report) => report.peakRssBytes)),
  };
}

/** The ratios of a program; null when it was not run translated. */
export function ratios(result: ProgramResult): Ratios | null {
  const { translated, untranslated } = result;
  if (translated === null) return null;
  return {
    ms: translated.ms / untranslated.ms,
    first: translated.firstMs / untranslated.firstMs,
    rss: translated.rssBytes / untranslated.rssBytes,
  };
}

/** Geometric mean and worst of a group's time ratios; null when there are none. */
export function groupSummary(
  results: readonly ProgramResult[],
  group: BenchProgram["group"],
): { geomean: number; worst: { name: string; ratio: number } } | null {
  const rows = results.filter((result) => result.group === group && result.translated !== null)
    .map((result) => ({ name: result.name, ratio: ratios(result)!.ms }));
  if (rows.length === 0) return null;
  return {
    geomean: geometricMean(rows.map((row) => row.ratio)),
    worst: rows.reduce((a, b) => b.ratio > a.ratio ? b : a),
  };
}

/** Lays out rows in columns: the first to the left, the others to the right. */
export function layOut(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row.map((cell, column) => column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])).join(
      "  ",
    )
      .trimEnd()
  );
}

const HEADER = ["program", "untranslated ms", "translated ms", "ratio", "first ratio", "RSS ratio"];

function row(result: ProgramResult): string[] {
  const found = ratios(result);
  const number = (value: number | undefined, digits: number) =>
    value === undefined ? "-" : value.toFixed(digits);
  return [
    result.name,
    number(result.untranslated.ms, 1),
    number(result.translated?.ms, 1),
    number(found?.ms, 2),
    number(found?.first, 2),
    number(found?.rss, 2),
  ];
}

function summaryLines(suite: SuiteResult): string[] {
  const lines: string[] = [];
  for (const [group, title] of [["general", "all but i64"], ["i64", "i64"]] as const) {
    const summary = groupSummary(suite.results, group);
    if (summary === null) continue;
    const { geomean, worst } = summary;
    lines.push(
      `${title}: geometric mean ${geomean.toFixed(3)}, worst ${worst.name} ${worst.ratio.toFixed(2)}`,
    );
  }
  for (const name of suite.skipped) lines.push(`skipped: ${name} (its file does not exist)`);
  for (const { name, error } of suite.failed) lines.push(`FAILED: ${name}: ${error}`);
  return lines;
}

/** The table for the terminal, the i64 programs apart. */
export function formatTable(suite: SuiteResult): string {
  const part = (group: BenchProgram["group"]) =>
    suite.results.filter((result) => result.group === group).map(row);
  const lines = layOut([HEADER, ...part("general"), ...part("i64")]);
  const apart = 1 + part("general").length;
  if (apart < lines.length) lines.splice(apart, 0, "");
  return [...lines, "", ...summaryLines(suite)].join("\n").trimEnd();
}

/** The report as one line of JSON. */
export function formatJson(suite: SuiteResult): string {
  const general = groupSummary(suite.results, "general");
  return JSON.stringify({
    suite: "rts",
    profile: suite.profile,
    geomean: general?.geomean ?? null,
    worst: general?.worst ?? null,
    i64: groupSummary(suite.results, "i64"),
    programs: suite.results.map((result) => ({
      name: result.name,
      group: result.group,
      size: result.size,
      checksum: result.untranslated.checksum,
      untranslatedMs: result.untranslated.ms,
      translatedMs: result.translated?.ms ?? null,
      ratio: ratios(result)?.ms ?? null,
      firstRatio: ratios(result)?.first ?? null,
      rssRatio: ratios(result)?.rss ?? null,
    })),
    skipped: suite.skipped,
    failed: suite.failed,
  });
}

/** A table in Markdown as `deno fmt` lays it out: the first column to the left, the others to the right. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(4, ...rows.map((row) => row[column].length)));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]);
  const rule = widths.map((width, column) => column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`);
  const [head, ...body] = rows.map((row) => line(row.map(pad)));
  return [head, line(rule), ...body].join("\n");
}

/** The file of results of `bench rts`. */
export function formatMarkdown(suite: SuiteResult, facts: readonly string[]): string {
  return [
    "# Translated RTS against V8's JavaScript",
    "",
    `Written by \`deno task bench rts --save\`, profile ${suite.profile}.`,
    "",
    "Ratios are translated / untranslated: below 1, the translated program is faster, or smaller.",
    "",
    ...facts.map((fact) => `- ${fact}`),
    "",
    markdownTable([HEADER, ...suite.results.map(row)]),
    "",
    ...summaryLines(suite).map((line) => `- ${line}`),
    "",
  ].join("\n");
}

/** What of the machine matters to the figures. */
export function machineFacts(): string[] {
  return [
    `CPU: ${cpuModel()}, ${navigator.hardwareConcurrency} threads`,
    `Deno ${Deno.version.deno}, V8 ${Deno.version.v8}`,
    `date: ${new Date().toISOString().slice(0, 10)}`,
  ];
}

function cpuModel(): string {
  try {
    return /model name\s*:\s*(.*)/.exec(Deno.readTextFileSync("/proc/cpuinfo"))?.[1] ?? Deno.build.arch;
  } catch {
    return Deno.build.arch;
  }
}
