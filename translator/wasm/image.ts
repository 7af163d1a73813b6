/**
 * The image: one file with the module and all that is needed to run it and to explain its failures.
 *
 * Little-endian. Header: magic, version, total length, checksum (CRC-32 of all after the header), then the lengths
 * of four parts, then the parts: module, positions, function names, metadata (JSON). Whoever reads an image checks all of it
 * first, so that a truncated or foreign file is refused with an {@link ImageError} instead of a wrong run.
 */
import type { Program } from "../ir/ir.ts";
import type { Layout } from "../layout/layout.ts";
import type { EmittedModule, ExportInfo } from "./emit.ts";
import { ByteWriter } from "./writer.ts";

const MAGIC = "RTSIMAGE";
/** Goes up with every change of the format. */
export const IMAGE_VERSION = 1;
const PARTS = 4;
const HEADER = MAGIC.length + 4 * (3 + PARTS);

/** A file that is not an image this version can run. The message says why. */
export class ImageError extends Error {
  override name = "ImageError";
}

/** What the module needs at run time besides itself. */
export interface ImageMetadata {
  readonly profile: "release" | "debug";
  /** Source files that positions refer to. */
  readonly files: readonly string[];
  readonly exports: Readonly<Record<string, ExportInfo>>;
  /** Layout constants by name. */
  readonly constants: Readonly<Record<string, number>>;
  /** Packed positions of the places that can panic, by number, and panic texts. */
  readonly panicSites: readonly number[];
  readonly panicTexts: readonly string[];
  /** Positions are those of functions alone: the module was optimized after emission. */
  readonly coarsePositions: boolean;
}

/** An image in memory. */
export interface Image {
  readonly wasm: Uint8Array<ArrayBuffer>;
  readonly positions: { readonly offsets: readonly number[]; readonly values: readonly number[] };
  /** Names by function index, imports included. */
  readonly functionNames: readonly string[];
  /** Offsets of the code of the functions that the module defines. */
  readonly functionStarts: readonly number[];
  readonly metadata: ImageMetadata;
}

/** The image of an emitted program. */
export function imageOf(
  program: Program,
  layout: Layout,
  module: EmittedModule,
  profile: ImageMetadata["profile"],
): Image {
  return {
    wasm: module.wasm,
    positions: module.positions,
    functionNames: module.functionNames,
    functionStarts: module.functionStarts,
    metadata: {
      profile,
      files: program.files,
      exports: module.exports,
      constants: Object.fromEntries(layout.constants),
      panicSites: module.panicSites,
      panicTexts: module.panicTexts,
      coarsePositions: false,
    },
  };
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, i) => {
  let crc = i;
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) !== 0 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 (IEEE 802.3) of `bytes`. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = CRC_TABLE[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A list of numbers as differences, which take two bytes at most places. */
function encodeList(out: ByteWriter, list: readonly number[]): void {
  out.u32(list.length);
  let last = 0;
  for (const value of list) {
    const change = value - last;
    out.u32(change < 0 ? -2 * change - 1 : 2 * change);
    last = value;
  }
}

/** Reads what {@link encodeList} wrote, list by list. */
class ListReader {
  private at = 0;
  constructor(private readonly bytes: Uint8Array) {}

  private number(): number {
    let value = 0;
    for (let factor = 1;; factor *= 0x80) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  list(): number[] {
    const list = new Array<number>(this.number());
    let value = 0;
    for (let i = 0; i < list.length; i++) {
      const change = this.number();
      list[i] = value += change % 2 === 0 ? change / 2 : -(change + 1) / 2;
    }
    return list;
  }
}

function encodePositions(image: Image): Uint8Array {
  const out = new ByteWriter(image.positions.offsets.length * 4 + 64);
  encodeList(out, image.positions.offsets);
  encodeList(out, image.positions.values);
  encodeList(out, image.functionStarts);
  return out.finish();
}

/** The file of an image. */
export function writeImage(image: Image): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts = [
    image.wasm,
    encodePositions(image),
    encoder.encode(JSON.stringify(image.functionNames)),
    encoder.encode(JSON.stringify(image.metadata)),
  ];
  const length = parts.reduce((sum, part) => sum + part.length, HEADER);
  const bytes = new Uint8Array(length);
  let at = HEADER;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  bytes.set(encoder.encode(MAGIC));
  const words = [IMAGE_VERSION, length, crc32(bytes.subarray(HEADER)), ...parts.map((part) => part.length)];
  const view = new DataView(bytes.buffer);
  words.forEach((word, i) => view.setUint32(MAGIC.length + 4 * i, word, true));
  return bytes;
}

/** Checks the header; the lengths of the parts. */
function checkHeader(bytes: Uint8Array): number[] {
  const magic = new TextDecoder("latin1").decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw new ImageError("not an image: the file does not start with its mark");
  if (bytes.length < HEADER) throw new ImageError("the image is truncated: its header is incomplete");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const word = (i: number): number => view.getUint32(MAGIC.length + 4 * i, true);
  if (word(0) !== IMAGE_VERSION) {
    throw new ImageError(
      `the image has format ${word(0)}, this version reads ${IMAGE_VERSION}: build it again`,
    );
  }
  if (word(1) !== bytes.length) {
    const how = bytes.length < word(1) ? "is truncated" : "has bytes after its end";
    throw new ImageError(`the image ${how}: ${bytes.length} bytes instead of ${word(1)}`);
  }
  const lengths = Array.from({ length: PARTS }, (_, i) => word(3 + i));
  if (lengths.reduce((sum, length) => sum + length, HEADER) !== bytes.length) {
    throw new ImageError("the image is damaged: its parts do not add up");
  }
  if (crc32(bytes.subarray(HEADER)) !== word(2)) throw new ImageError("the image is damaged: wrong checksum");
  return lengths;
}

/**
 * Reads the file of an image.
 * @throws {ImageError} when it is truncated, damaged, of another version, or no image at all.
 */
export function readImage(bytes: Uint8Array): Image {
  let at = HEADER;
  const [wasm, positions, names, metadata] = checkHeader(bytes).map((length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
  const decoder = new TextDecoder();
  const lists = new ListReader(positions);
  return {
    wasm: new Uint8Array(wasm),
    positions: { offsets: lists.list(), values: lists.list() },
    functionStarts: lists.list(),
    functionNames: JSON.parse(decoder.decode(names)),
    metadata: JSON.parse(decoder.decode(metadata)),
  };
}
