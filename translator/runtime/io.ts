/**
 * Input and output of the prelude, through the host table. Addresses of strings are taken right at the host
 * call, which cannot collect.
 */
import { type f64, HostError, type i32 } from "@rts";
import { copyUnits, newString, setUnit, unitsOf } from "@rts/intrinsics";
import { host_clock, host_pending_length, host_read_file, host_write } from "@rts/host";
import { takePending } from "./pending.ts";

const STDOUT: i32 = 1;
const STDERR: i32 = 2;
const NEWLINE: i32 = 10;

/** Throws {@link HostError} when the host cannot write. */
function writeTo(fd: i32, text: string): void {
  if (host_write(fd, unitsOf(text), text.length) < 0) {
    throw new HostError(takePending(host_pending_length()));
  }
}

/** One write for text and newline together: half the host calls, and lines of several writers do not mix. */
function lineOf(text: string): string {
  const line = newString(text.length + 1);
  copyUnits(text, 0, line, 0, text.length);
  setUnit(line, text.length, NEWLINE);
  return line;
}

/** Writes `line` and a newline to standard output. Throws {@link HostError}. */
export function print(line: string): void {
  writeTo(STDOUT, lineOf(line));
}

/** Writes `text` to standard output. Throws {@link HostError}. */
export function write(text: string): void {
  writeTo(STDOUT, text);
}

/** Writes `line` and a newline to standard error. Throws {@link HostError}. */
export function printError(line: string): void {
  writeTo(STDERR, lineOf(line));
}

/** The text of the UTF-8 file at `path`. Throws {@link HostError}. */
export function readTextFile(path: string): string {
  const length = host_read_file(unitsOf(path), path.length);
  if (length < 0) throw new HostError(takePending(host_pending_length()));
  return takePending(length);
}

/** Milliseconds on a monotonic clock, with a fraction. */
export function clock(): f64 {
  return host_clock();
}
