/**
 * Tells whether an image still fits its sources: by size and time of each, which takes a microsecond a file through
 * FFI: an edit is picked up at the next start.
 */
import { AT_FDCWD } from "../host/os/calls.ts";
import type { Os } from "../host/os/calls.ts";

/** Goes up when the files of an image's folder change their meaning. */
export const STAMP_FORMAT = 1;

/** A source as it was: path, time of change in nanoseconds (rounded to a double), size. */
export type SourceStamp = readonly [path: string, time: number, size: number];
/** What an image was made from. */
export interface Stamp {
  readonly format: number;
  readonly sources: readonly SourceStamp[];
}

const encoder = new TextEncoder();
const fields = new BigInt64Array(14);
const SIZE = 6;
const MTIME = 8;

/** A file as it is now; null when it is not there. */
export function stampOf(os: Os, path: string): SourceStamp | null {
  if (os.stat(AT_FDCWD, encoder.encode(path), 0, fields) !== 0) return null;
  return [path, Number(fields[MTIME]), Number(fields[SIZE])];
}

/** Tells whether all sources are as they were. */
export function isFresh(os: Os, stamp: Stamp): boolean {
  if (stamp.format !== STAMP_FORMAT) return false;
  return stamp.sources.every(([path, time, size]) => {
    const now = stampOf(os, path);
    return now !== null && now[1] === time && now[2] === size;
  });
}
