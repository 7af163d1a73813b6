/**
 * Reads the file system image of the npm package `pyodide`: `pyodide.asm.data` holds blocks of 2 kB, each
 * LZ4-compressed or as it is; where they and the files are stands in `pyodide.asm.js`, as JSON in the middle of code,
 * where numbers may be written `1e3`.
 */
import { decodeBlock } from "./lz4.ts";

const BLOCK = 2048;

/** A file of the image. */
export interface PackedFile {
  /** Absolute, as in the package. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
}
interface Blocks {
  readonly offsets: readonly number[];
  readonly sizes: readonly number[];
  /** 1 when the block is compressed. */
  readonly successes: readonly number[];
}

/** The first array under `"name":`; it holds no other arrays. */
function arrayOf<T>(text: string, name: string): T[] {
  const key = `"${name}":[`;
  const found = text.indexOf(key);
  if (found < 0) throw new Error(`the package has no ${name}: is it another version?`);
  const start = found + key.length - 1;
  return JSON.parse(text.slice(start, text.indexOf("]", start) + 1));
}

/** The files and blocks that `pyodide.asm.js` lists. */
export function parseIndex(script: string): { files: PackedFile[]; blocks: Blocks } {
  const files = arrayOf<{ filename: string; start: number; end: number }>(script, "files");
  const numbers = (name: string) => arrayOf<number>(script, name);
  return {
    files: files.map(({ filename, start, end }) => ({ path: filename, start, end })),
    blocks: { offsets: numbers("offsets"), sizes: numbers("sizes"), successes: numbers("successes") },
  };
}

/** All of the image's bytes, decompressed. */
export function decodeImage(data: Uint8Array, { offsets, sizes, successes }: Blocks): Uint8Array {
  const image = new Uint8Array(offsets.length * BLOCK);
  offsets.forEach((offset, i) => {
    const block = data.subarray(offset, offset + sizes[i]);
    const out = image.subarray(i * BLOCK, (i + 1) * BLOCK);
    if (successes[i] !== 0) decodeBlock(block, out);
    else out.set(block);
  });
  return image;
}
