/**
 * Compiled files: a header of 16 bytes (magic number, flags, and either time and size of the source or a hash of
 * it), then the marshalled code object.
 */
import type { CodeObject } from "../code.ts";
import { dumps } from "./writer.ts";
import { loads } from "./reader.ts";

/** The magic number of 3.10, and the two bytes that keep the file from being taken for text. */
export const MAGIC_310 = 3439;

const HEADER_SIZE = 16;
const HASH_BASED = 1;
const CHECK_SOURCE = 2;

/** How a compiled file is tied to its source. */
export type PycValidation =
  | { kind: "timestamp"; mtime: number; size: number }
  | { kind: "hash"; hash: Uint8Array; checkSource: boolean };

/** The bytes of a compiled file. */
export function writePyc(code: CodeObject, validation: PycValidation, magic: number = MAGIC_310): Uint8Array {
  const body = dumps(code);
  const bytes = new Uint8Array(HEADER_SIZE + body.length);
  const view = new DataView(bytes.buffer);
  writeMagic(view, magic);
  if (validation.kind === "timestamp") {
    view.setUint32(8, validation.mtime >>> 0, true);
    view.setUint32(12, validation.size >>> 0, true);
  } else {
    view.setUint32(4, HASH_BASED | (validation.checkSource ? CHECK_SOURCE : 0), true);
    bytes.set(validation.hash.subarray(0, 8), 8);
  }
  bytes.set(body, HEADER_SIZE);
  return bytes;
}

function writeMagic(view: DataView, magic: number): void {
  view.setUint16(0, magic, true);
  view.setUint8(2, 13);
  view.setUint8(3, 10);
}

/** What the header says; null if it is not one of this version. */
export function readPycHeader(bytes: Uint8Array, magic: number = MAGIC_310): PycValidation | null {
  if (bytes.length < HEADER_SIZE) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0, true) !== magic || bytes[2] !== 13 || bytes[3] !== 10) return null;
  const flags = view.getUint32(4, true);
  if (flags & ~(HASH_BASED | CHECK_SOURCE)) return null;
  if (flags & HASH_BASED) {
    return { kind: "hash", hash: bytes.slice(8, HEADER_SIZE), checkSource: (flags & CHECK_SOURCE) !== 0 };
  }
  return { kind: "timestamp", mtime: view.getUint32(8, true), size: view.getUint32(12, true) };
}

/** Whether a file with this header is still good for a source with these facts. */
export function isPycValid(
  header: PycValidation,
  source: { mtime: number; size: number; hash?: Uint8Array },
): boolean {
  if (header.kind === "timestamp") {
    return header.mtime === source.mtime >>> 0 && header.size === source.size >>> 0;
  }
  if (!header.checkSource) return true;
  return source.hash !== undefined && header.hash.every((byte, i) => byte === source.hash![i]);
}

/** The code object of a compiled file. */
export function readPycCode(bytes: Uint8Array): CodeObject {
  const value = loads(bytes.subarray(HEADER_SIZE));
  if (value.type !== "code") throw new TypeError("Non-code object in compiled file");
  return value;
}
