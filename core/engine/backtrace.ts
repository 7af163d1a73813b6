/**
 * Turns failures of a running program into words: what happened, and the source places of the functions that were
 * running. Code offsets come from the engine's stack trace, places from the image's position table.
 */
import { unpackPosition } from "../../translator/ir/ir.ts";
import type { Image } from "../../translator/wasm/image.ts";
import { Panic } from "../host/common.ts";
import { PANIC_SITE, PANICS } from "../host/table.ts";

/** `wasm-function[12]:0x1a2b`, as V8 prints frames; Deno prints 0 for every index, so that only the offset counts. */
const V8_FRAME = /wasm-function\[\d+\]:0x([0-9a-f]+)/g;

/** Offsets in the module of the program's frames in a stack trace of V8, innermost first. */
export function codeOffsets(stack: string): number[] {
  return [...stack.matchAll(V8_FRAME)].map((match) => parseInt(match[1], 16));
}

/** `file:line:column` of a packed position; null when it is unknown. */
export function placeText(position: number, files: readonly string[]): string | null {
  const place = unpackPosition(position);
  return place === null ? null : `${files[place.file] ?? "?"}:${place.line}:${place.column}`;
}

/** Index of the last entry of an ascending list that is at most `value`; -1 when there is none. */
function lastAtMost(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The packed position that the code at `offset` came from; 0 when unknown. */
export function positionAt(image: Image, offset: number): number {
  return image.positions.values[lastAtMost(image.positions.offsets, offset)] ?? 0;
}

/** Name of the function whose code is at `offset`. */
export function functionAt(image: Image, offset: number): string {
  const { functionNames, functionStarts } = image;
  const imports = functionNames.length - functionStarts.length;
  return functionNames[imports + lastAtMost(functionStarts, offset)] ?? "?";
}

/** `function (file:line:column)` for each code offset. */
export function describeFrames(image: Image, offsets: readonly number[]): string[] {
  return offsets.map((offset) => {
    const name = functionAt(image, offset);
    const place = placeText(positionAt(image, offset), image.metadata.files);
    return place === null ? name : `${name} (${place})`;
  });
}

/** What a panic is about, with its place where emitted code named it. */
function describePanic(image: Image, panic: Panic): string {
  const { metadata } = image;
  if ((panic.code & PANIC_SITE) === 0) {
    return `internal error: ${PANICS[panic.code] ?? `cause ${panic.code}`} (${panic.a}, ${panic.b})`;
  }
  const cause = panic.code & ~PANIC_SITE;
  const text = PANICS[cause] ?? metadata.panicTexts[cause - PANICS.length] ?? `cause ${cause}`;
  const detail = text === "index out of bounds" ? ` (index ${panic.b})` : "";
  const place = placeText(metadata.panicSites[panic.a] ?? 0, metadata.files);
  return `internal error: ${text}${detail}${place === null ? "" : ` at ${place}`}`;
}

/** Messages of V8's traps that mean more to readers in other words. */
const TRAPS: readonly (readonly [part: string, meaning: string])[] = [
  ["null function", "call through null"],
  ["signature mismatch", "call through null or a wrong object"],
  ["table index is out of bounds", "call through a wrong object"],
  ["memory access out of bounds", "access outside the memory"],
  ["unreachable", "reached a place that cannot be reached"],
  ["Maximum call stack", "the engine's stack overflowed"],
];

/** What a failure is about; null when it is none of the program's. */
export function describeFailure(image: Image, error: unknown): string | null {
  if (error instanceof Panic) return describePanic(image, error);
  if (!(error instanceof WebAssembly.RuntimeError) && !(error instanceof RangeError)) return null;
  const meaning = TRAPS.find(([part]) => error.message.includes(part))?.[1];
  return `internal error: ${meaning ?? error.message}`;
}
