/**
 * What an engine is: it runs images. V8's WebAssembly (`v8.ts`) is the default; another one implements the same
 * interface. Both see the program's memory as an `ArrayBuffer`.
 */
import type { Image } from "../../translator/wasm/image.ts";
import type { Host } from "../host/common.ts";

/** Values that cross between TypeScript and a program: `i64` is a bigint, all others are numbers. */
export type Value = number | bigint;

/** Views of a memory that grows: each access gives a view of the current buffer, so keep none across calls. */
export interface MemoryViews {
  readonly buffer: ArrayBuffer;
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly i32: Int32Array;
  readonly u32: Uint32Array;
  readonly i64: BigInt64Array;
  readonly f64: Float64Array;
}

/** A loaded program. */
export interface Instance {
  readonly image: Image;
  readonly memory: MemoryViews;
  /**
   * Calls an exported function with the program's own arguments (the engine adds the shadow stack).
   * @throws {InternalError} when the program trapped or panicked.
   */
  call(name: string, ...args: Value[]): Value | undefined;
  /** Reads an exported global: `exception`, `stackLimit`, `nurseryFree`, `nurseryTop`. */
  getGlobal(name: string): number;
  setGlobal(name: string, value: number): void;
}

/** Loads images. */
export interface Engine {
  readonly name: string;
  /** `nativeStack`: bytes of native stack that are left, where the caller knows; else the engine finds out. */
  load(image: Image, host: Host, nativeStack?: number): Instance;
}

/** A bug of the program (or of the toolchain): a failed check, or a trap. `frames` name functions and places. */
export class InternalError extends Error {
  override name = "InternalError";
  constructor(cause: string, readonly frames: readonly string[]) {
    super([cause, ...frames.map((frame) => `    at ${frame}`)].join("\n"));
  }
}
