/**
 * The one table of calls that leave Wasm. `translator/prelude/host.ts` declares the same names for RTS, the
 * emitter imports them from module "host", and each host (`deno.ts`, …) implements all of them.
 *
 * Strings cross as address and length in UTF-16 units; the host reads and writes the linear memory at once and
 * keeps no address. Host functions never call back into Wasm and never raise: they return a status.
 */
import type { Signature } from "../../translator/ir/ir.ts";

/** Signatures by name. */
export const HOST_TABLE = {
  /** Number of program arguments. */
  host_arg_count: { params: [], result: "i32" },
  /** Length of argument `index` in units. */
  host_arg_length: { params: ["i32"], result: "i32" },
  /** Copies the units of argument `index` to an address. */
  host_arg_copy: { params: ["i32", "i32"], result: null },
  /** Writes text (address, units) to file descriptor 1 or 2 as UTF-8; 0, or -1 on failure (message pending). */
  host_write: { params: ["i32", "i32", "i32"], result: "i32" },
  /** Reads the UTF-8 file named by (address, units); length in units with the text pending, or -1 (message pending). */
  host_read_file: { params: ["i32", "i32"], result: "i32" },
  /** Length in units of the pending text. */
  host_pending_length: { params: [], result: "i32" },
  /** Copies the pending text to an address and forgets it. */
  host_pending_copy: { params: ["i32"], result: null },
  /** Monotonic milliseconds. */
  host_clock: { params: [], result: "f64" },
  /** JavaScript's text of a double becomes pending; its length. */
  host_f64_text: { params: ["f64"], result: "i32" },
  /** JavaScript's `toFixed(digits)` of a double becomes pending; its length. */
  host_f64_fixed: { params: ["f64", "i32"], result: "i32" },
  /** JavaScript's `Number(text)` of (address, units). */
  host_f64_parse: { params: ["i32", "i32"], result: "f64" },
  /** A function of JavaScript's `Math` by number (see MATH_FUNCTIONS), of one argument. */
  host_math1: { params: ["i32", "f64"], result: "f64" },
  /** The same, of two arguments. */
  host_math2: { params: ["i32", "f64", "f64"], result: "f64" },
  /** JavaScript's remainder of doubles. */
  host_f64_rem: { params: ["f64", "f64"], result: "f64" },
  /** The environment variable named by (address, units) becomes pending; its length, or -1 when it is not set. */
  host_env: { params: ["i32", "i32"], result: "i32" },
  /** Gives pages (address, bytes) back to the system where it can; they read as zeros afterwards. */
  host_discard: { params: ["i32", "i32"], result: null },
  /** A call to the operating system by its number in `os/numbers.ts`, with seven slots (`os/calls.ts`); >= 0 or -errno. */
  host_os: { params: ["i32", "i32", "i32", "i32", "i32", "i32", "i32", "i32"], result: "i32" },
  /** The same for calls with a 64-bit number: three slots and the number. */
  host_os_wide: { params: ["i32", "i32", "i32", "i32", "i64"], result: "i64" },
  /** Copies the bytes that the last such call left to an address and forgets them. */
  host_os_take: { params: ["i32"], result: null },
  /** An uncaught exception: class name (address, units), message (address, units). */
  host_uncaught: { params: ["i32", "i32", "i32", "i32"], result: null },
  /** An internal error: cause number (see PANICS), two details. Never returns. */
  host_panic: { params: ["i32", "i32", "i32"], result: null },
} as const satisfies Record<string, Signature>;

/** Names of host functions. */
export type HostName = keyof typeof HOST_TABLE;

/** Functions of `host_math1` and `host_math2`, by number. */
export const MATH_FUNCTIONS = [
  "sin",
  "cos",
  "tan",
  "asin",
  "acos",
  "atan",
  "exp",
  "log",
  "log2",
  "log10",
  "cbrt",
  "sinh",
  "cosh",
  "tanh",
  "expm1",
  "log1p",
  "atan2",
  "pow",
  "hypot",
  "asinh",
  "acosh",
  "atanh",
] as const;

/** Causes of `host_panic`, by number. */
export const PANICS = [
  "unreachable",
  "null reference",
  "index out of bounds",
  "wrong class in cast",
  "integer overflow",
  "division by zero",
  "corrupt heap",
  "assertion of the collector",
] as const;

/**
 * Set in the cause of a `host_panic` that emitted code calls: the first detail is the number of the place in the
 * image's list of panic places, and a cause past {@link PANICS} is a text of the image.
 */
export const PANIC_SITE = 0x10000;
