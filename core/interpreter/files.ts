/** Reading and writing whole descriptors, for what the interpreter does before and beneath Python's files. */
import type { i32 } from "@rts";
import { osClose, osOpen, osRead, osWrite } from "@rts/os";
import { ByteBuilder } from "../objspace/unicode/bytebuilder.ts";

const CHUNK: i32 = 65536;
const O_CLOEXEC: i32 = 0x80000;

/** Opens a file for reading: the descriptor, or `-errno`. */
export function openFile(path: Uint8Array): i32 {
  return osOpen(-100, path, O_CLOEXEC, 0);
}

/** Appends all that a descriptor gives to `out`; 0 at its end, or `-errno`. */
export function readInto(fd: i32, out: ByteBuilder): i32 {
  const buffer = new Uint8Array(CHUNK);
  for (;;) {
    const count = osRead(fd, buffer, 0, CHUNK);
    if (count <= 0) return count;
    out.appendBytes(buffer, 0, count);
  }
}

/** What is left of an open file, which is closed; null when it cannot be read. */
export function readAndClose(fd: i32): Uint8Array | null {
  const out = new ByteBuilder(CHUNK);
  const status = readInto(fd, out);
  osClose(fd);
  return status < 0 ? null : out.build();
}

/** The contents of a file; null when it cannot be read. */
export function readFile(path: Uint8Array): Uint8Array | null {
  const fd = openFile(path);
  return fd < 0 ? null : readAndClose(fd);
}

/** Writes all bytes, past all buffers; false when that failed. */
export function writeAll(fd: i32, bytes: Uint8Array): boolean {
  let at: i32 = 0;
  while (at < bytes.length) {
    const count = osWrite(fd, bytes, at, bytes.length - at);
    if (count <= 0) return false;
    at += count;
  }
  return true;
}
