/**
 * The checks that instrumented untranslated code calls (`instrument.ts`): what the debug profile checks in translated
 * code. A failure is no exception, which the program could catch: it ends the process, unless a handler is set.
 */
import { EXIT_INTERNAL } from "./run.ts";

/** Told of a failed check; does not return. */
export type FailureHandler = (message: string) => never;

let handler: FailureHandler = (message) => {
  console.error(message);
  Deno.exit(EXIT_INTERNAL);
};

/** Sets what happens at a failed check. */
export function setFailureHandler(replacement: FailureHandler): void {
  handler = replacement;
}

function fail(cause: string, place: string): never {
  handler(`internal error: ${cause} at ${place}`);
}

/** Least and greatest value of each kind. */
const RANGES: Readonly<Record<string, readonly [number | bigint, number | bigint]>> = {
  i8: [-(2 ** 7), 2 ** 7 - 1],
  u8: [0, 2 ** 8 - 1],
  i16: [-(2 ** 15), 2 ** 15 - 1],
  u16: [0, 2 ** 16 - 1],
  i32: [-(2 ** 31), 2 ** 31 - 1],
  u32: [0, 2 ** 32 - 1],
  i64: [-(2n ** 63n), 2n ** 63n - 1n],
  u64: [0n, 2n ** 64n - 1n],
};

function isWithin(kind: string, value: number | bigint): boolean {
  const [least, most] = RANGES[kind];
  return value >= least && value <= most;
}

/** `value`, which must be of the kind. */
export function range<T extends number | bigint>(kind: string, value: T, place: string): T {
  if (!isWithin(kind, value)) fail("integer overflow", place);
  return value === 0 ? 0 as T : value; // integers have no -0
}

/** The old value of `x++` or `x--`; the new one must be of the kind. */
export function updated<T extends number | bigint>(kind: string, old: T, step: 1 | -1, place: string): T {
  const next = typeof old === "bigint" ? old + BigInt(step) : (old as number) + step;
  if (!isWithin(kind, next)) fail("integer overflow", place);
  return old;
}

/** `value`, which must not be 0. */
export function divisor<T extends number | bigint>(value: T, place: string): T {
  if (Number(value) === 0) fail("division by zero", place);
  return value;
}

/** `value`, which must not be null. */
export function nonnull<T>(value: T, place: string): T {
  if (value === null || value === undefined) fail("null reference", place);
  return value;
}

let lastIndex = 0;

/** `object`; `index` must be inside of it, and is what {@link key} gives next. */
export function ref<T extends { readonly length: number }>(object: T, index: number, place: string): T {
  if (object !== null && !(index >= 0 && index < object.length)) {
    fail(`index out of bounds (index ${index})`, place);
  }
  lastIndex = index;
  return object;
}
/** The index of the {@link ref} just before. */
export function key(): number {
  return lastIndex;
}

/** `array`, which must not be empty. */
export function nonempty<T extends { readonly length: number }>(array: T, place: string): T {
  if (array.length === 0) fail("index out of bounds (index 0)", place);
  return array;
}

/** `value`, null or an object of the class; a class that exists as a type alone is not checked. */
export function cast<T>(value: T, type: () => unknown, place: string): T {
  const found = classOf(type);
  if (value !== null && found !== null && !(value instanceof found)) fail("wrong class in cast", place);
  return value;
}
// deno-lint-ignore ban-types
function classOf(type: () => unknown): Function | null {
  try {
    const found = type();
    return typeof found === "function" ? found : null;
  } catch {
    return null;
  }
}

/** A place that must not be reached. */
export function unreachable(place: string): never {
  fail("unreachable", place);
}
