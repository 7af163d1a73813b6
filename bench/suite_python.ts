/**
 * `bench python`: pure-Python programs of pyperformance under our interpreter and its peers, in turn (A B C A B C …),
 * each time in a fresh process; then start-up and memory. Missing peers are skipped by name.
 */
import { geometricMean, median } from "./stats.ts";
import { Progress } from "./progress.ts";
import { layOut, markdownTable } from "./report.ts";
import { measureMemory, measureProgram, measureStart, prepareStart, type Repeats } from "./python/measure.ts";
import { findPeer, type Peer } from "./python/peers.ts";
import { programsFolder, type PythonProgram } from "./python/programs.ts";

/** What to measure. */
export interface PythonOptions extends Repeats {
  readonly programs: readonly PythonProgram[];
  readonly peers: readonly string[];
  /** Processes for each program and peer. */
  readonly runs: number;
}

/** One row: the medians by peer; null where a peer failed. */
export interface PythonRow {
  readonly name: string;
  readonly unit: "ms" | "MB";
  readonly values: readonly (number | null)[];
}

/** Everything a run of `bench python` found. */
export interface PythonResult {
  readonly peers: readonly string[];
  readonly rows: readonly PythonRow[];
  readonly skipped: readonly string[];
  readonly failed: readonly string[];
}

const START_RUNS = 10;

type Measure = (peer: Peer) => Promise<number[]>;

/** Measures one row, the peers in turn; a peer that fails is left out of the rest of the row. */
async function measureRow(
  name: string,
  unit: PythonRow["unit"],
  peers: readonly Peer[],
  runs: number,
  measure: Measure,
  progress: Progress,
  failed: string[],
): Promise<PythonRow> {
  const found: number[][] = peers.map(() => []);
  const broken = new Set<Peer>();
  for (let run = 0; run < runs; run++) {
    for (const [index, peer] of peers.entries()) {
      progress.step(`${name} ${peer.name}`, 0);
      if (!broken.has(peer)) {
        try {
          found[index].push(...await measure(peer));
        } catch (error) {
          broken.add(peer);
          failed.push(`${name} under ${peer.name}: ${(error as Error).message}`);
        }
      }
      progress.step(`${name} ${peer.name}`);
    }
  }
  const values = peers.map((peer, index) => broken.has(peer) ? null : median(found[index]));
  const shown = peers.map((peer, index) => `${peer.name} ${values[index]?.toFixed(0) ?? "failed"}`);
  progress.line(`${name}: ${shown.join(", ")} ${unit}`);
  return { name, unit, values };
}

/** Runs everything. @throws {Error} when the programs cannot be had. */
export async function runPythonSuite(options: PythonOptions): Promise<PythonResult> {
  const found = options.peers.map(findPeer);
  const peers = found.filter((peer): peer is Peer => "command" in peer);
  const skipped = found.flatMap((peer) => "missing" in peer ? [`${peer.name} (${peer.missing})`] : []);
  if (peers.length === 0) throw new Error(`no interpreter: ${skipped.join(", ")}`);
  const folder = await programsFolder();
  const steps = (options.programs.length * options.runs + START_RUNS + 1) * peers.length;
  const progress = new Progress(steps);
  for (const name of skipped) progress.line(`skipped: ${name}`);
  const failed: string[] = [];
  const rows: PythonRow[] = [];
  const add = async (name: string, unit: PythonRow["unit"], runs: number, measure: Measure) => {
    rows.push(await measureRow(name, unit, peers, runs, measure, progress, failed));
  };
  for (const program of options.programs) {
    await add(
      program.name,
      "ms",
      options.runs,
      async (peer) => (await measureProgram(peer, folder, program, options)).map((seconds) => seconds * 1000),
    );
  }
  for (const peer of peers) await prepareStart(peer);
  await add("start-up", "ms", START_RUNS, async (peer) => [await measureStart(peer) * 1000]);
  await add("memory", "MB", 1, async (peer) => [await measureMemory(peer)]);
  return { peers: peers.map((peer) => peer.name), rows, skipped, failed };
}

/** The programs' geometric mean of peer / first peer; null where one of them failed or there are none. */
export function meanRatio(result: PythonResult, index: number): number | null {
  const ratios = result.rows.filter((row) => row.unit === "ms" && row.name !== "start-up")
    .filter((row) => row.values[0] !== null && row.values[index] !== null)
    .map((row) => row.values[0]! / row.values[index]!);
  return ratios.length === 0 ? null : geometricMean(ratios);
}

function cells(result: PythonResult): string[][] {
  const [first, ...others] = result.peers;
  const header = ["program", ...result.peers, ...others.map((peer) => `${first} / ${peer}`)];
  const number = (value: number | null, digits: number) => value === null ? "-" : value.toFixed(digits);
  const body = result.rows.map((row) => [
    row.unit === "ms" ? row.name : `${row.name} (${row.unit})`,
    ...row.values.map((value) => number(value, 0)),
    ...others.map((_, index) => {
      const [ours, other] = [row.values[0], row.values[index + 1]];
      return ours === null || other === null ? "-" : (ours / other).toFixed(2);
    }),
  ]);
  const means = others.map((_, index) => number(meanRatio(result, index + 1), 2));
  return [header, ...body, ["geometric mean", ...result.peers.map(() => ""), ...means]];
}

function notes(result: PythonResult): string[] {
  return [
    ...result.skipped.map((name) => `skipped: ${name}`),
    ...result.failed.map((text) => `FAILED: ${text}`),
  ];
}

/** The table for the terminal: milliseconds, and the first peer against each other one. */
export function formatPythonTable(result: PythonResult): string {
  return [...layOut(cells(result)), "", ...notes(result)].join("\n").trimEnd();
}

/** The report as one line of JSON. */
export function formatPythonJson(result: PythonResult): string {
  return JSON.stringify({ suite: "python", ...result });
}

/** The file of results. */
export function formatPythonMarkdown(result: PythonResult, facts: readonly string[]): string {
  const lines = notes(result).map((note) => `- ${note}`);
  return [
    "# Pure-Python programs",
    "",
    "Written by `deno task bench python --save`: programs of pyperformance, start-up (`-c pass`) and the resident",
    "set with a million instances of three attributes. Medians in milliseconds, or megabytes.",
    "",
    `Ratios are ${result.peers[0]} / peer: below 1, ${result.peers[0]} is faster, or smaller.`,
    "",
    ...facts.map((fact) => `- ${fact}`),
    "",
    markdownTable(cells(result)),
    "",
    ...(lines.length === 0 ? [] : [...lines, ""]),
  ].join("\n");
}
