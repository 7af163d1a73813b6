/**
 * The little input and output that programs of the toolchain itself need (tests, benchmarks, guest languages).
 * Translated, they go through the host table of `core/host`.
 */
import type { f64, i32 } from "./kinds.ts";
import { HostError } from "./exceptions.ts";

const encoder = new TextEncoder();

function writeAll(file: { writeSync(bytes: Uint8Array): number }, text: string): void {
  let rest = encoder.encode(text);
  while (rest.length > 0) rest = rest.subarray(file.writeSync(rest));
}

/** Writes `line` and a newline to standard output. */
export function print(line: string): void {
  writeAll(Deno.stdout, line + "\n");
}
/** Writes `text` to standard output. */
export function write(text: string): void {
  writeAll(Deno.stdout, text);
}
/** Writes `line` and a newline to standard error. */
export function printError(line: string): void {
  writeAll(Deno.stderr, line + "\n");
}
/** The text of the UTF-8 file at `path`. Throws {@link HostError}. */
export function readTextFile(path: string): string {
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    throw new HostError((error as Error).message);
  }
}
/** Milliseconds on a monotonic clock, with a fraction. */
export function clock(): f64 {
  return performance.now();
}
/** The number that `text` spells as in JavaScript's `Number(text)`; NaN when it spells none. */
export function parseF64(text: string): f64 {
  return Number(text);
}
/** The integer that `text` spells: an optional minus and decimal digits, which the caller has checked. */
export function parseI32(text: string): i32 {
  return Number(text) | 0;
}
