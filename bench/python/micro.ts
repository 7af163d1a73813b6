/**
 * `bench python --micro`: small loops over single operations of Python (`micro/`), each interpreter in turn in a fresh
 * process. The least time of a loop counts: it is the one that nothing else disturbed.
 */
import { fromFileUrl } from "../paths.ts";
import { Progress } from "../progress.ts";
import { layOut } from "../report.ts";
import { geometricMean } from "../stats.ts";
import { output } from "./measure.ts";
import { findPeer, type Peer } from "./peers.ts";

const HERE = fromFileUrl(new URL(".", import.meta.url));

/** What to measure. */
export interface MicroOptions {
  readonly peers: readonly string[];
  /** Files of `micro/` by name, without ending; all when there is none. */
  readonly files: readonly string[];
  /** Processes for each file and peer. */
  readonly runs: number;
  /** Recorded calls of each function in a process. */
  readonly values: number;
}

/** Least seconds of each function, by name, for each peer. */
export interface MicroResult {
  readonly peers: readonly string[];
  readonly times: readonly ReadonlyMap<string, number>[];
  readonly notes: readonly string[];
}

/** The lines of `micro.py`: the least time of each function joins what `into` has. */
export function addLeast(text: string, into: Map<string, number>): void {
  for (const line of text.split("\n")) {
    if (!line.startsWith('{"name"')) continue;
    const { name, seconds } = JSON.parse(line) as { name: string; seconds: number[] };
    into.set(name, Math.min(into.get(name) ?? Infinity, ...seconds));
  }
}

function filesOf(names: readonly string[]): string[] {
  const known = [...Deno.readDirSync(`${HERE}micro`)].map(({ name }) => name.replace(/\.py$/, "")).sort();
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`no file ${unknown.join(", ")} in bench/python/micro`);
  return known.filter((name) => names.length === 0 || names.includes(name));
}

/** Runs everything. @throws {Error} when there is no interpreter, or no such file. */
export async function runMicro(options: MicroOptions): Promise<MicroResult> {
  const found = options.peers.map(findPeer);
  const peers = found.filter((peer): peer is Peer => "command" in peer);
  const notes = found.flatMap((peer) => "missing" in peer ? [`skipped: ${peer.name} (${peer.missing})`] : []);
  if (peers.length === 0) throw new Error(`no interpreter: ${notes.join(", ")}`);
  const files = filesOf(options.files);
  const progress = new Progress(files.length * options.runs * peers.length);
  const times = peers.map(() => new Map<string, number>());
  for (const file of files) {
    for (let run = 0; run < options.runs; run++) {
      for (const [index, peer] of peers.entries()) {
        progress.step(`${file} ${peer.name}`, 0);
        const args = [`${HERE}micro.py`, String(options.values), `${HERE}micro/${file}.py`];
        try {
          addLeast(await output(peer, args, {}), times[index]);
        } catch (error) {
          notes.push(`FAILED: ${file} under ${peer.name}: ${(error as Error).message}`);
        }
        progress.step(`${file} ${peer.name}`);
      }
    }
  }
  return { peers: peers.map((peer) => peer.name), times, notes };
}

/** The table for the terminal: milliseconds, and the first peer against each other one. */
export function formatMicroTable({ peers, times, notes }: MicroResult): string {
  const [first, ...others] = peers;
  const ratios: number[][] = others.map(() => []);
  const ms = (seconds: number | undefined) => seconds === undefined ? "-" : (seconds * 1000).toFixed(2);
  const rows = [...times[0].keys()].map((name) => {
    const values = times.map((map) => map.get(name));
    const against = others.map((_, index) => {
      const [own, other] = [values[0], values[index + 1]];
      if (own === undefined || other === undefined) return "-";
      ratios[index].push(own / other);
      return (own / other).toFixed(2);
    });
    return [name, ...values.map(ms), ...against];
  });
  const header = ["operation (ms)", ...peers, ...others.map((peer) => `${first} / ${peer}`)];
  const means = ratios.map((values) => values.length === 0 ? "-" : geometricMean(values).toFixed(2));
  return [...layOut([header, ...rows, ["geometric mean", ...peers.map(() => ""), ...means]]), "", ...notes]
    .join("\n").trimEnd();
}
