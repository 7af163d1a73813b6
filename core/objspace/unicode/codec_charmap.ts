/**
 * Codecs of one byte a character that are told by a table: a string of up to 256 code points for decoding, an
 * {@link EncodingMap} built from it for encoding, or any mapping (a Python dictionary) through the abstract classes.
 */
import { type bool, type FixedArray, type i32, newFixedArray } from "@rts";
import type { W_Str } from "../str/wstr.ts";
import type { ByteBuilder } from "./bytebuilder.ts";
import { type Decoded, Decoding, Encoding } from "./codec.ts";
import type { DecodeErrorHandler, EncodeErrorHandler } from "./errors.ts";

const REASON = "character maps to <undefined>";

/** Stands for a byte that a table does not define. */
const UNDEFINED: i32 = 0xfffe;

/** What bytes mean. */
export abstract class DecodeMapping {
  /** The text of a byte; null when it has none. May throw. */
  abstract lookup(byte: i32): W_Str | null;
}

/** What code points become. */
export abstract class EncodeMapping {
  /** Appends the bytes of a code point; false when it has none. May throw. */
  abstract put(c: i32, out: ByteBuilder): bool;
}

/** Decodes by a string: the code point at each byte's index. */
export function charmapDecode(input: Uint8Array, errors: DecodeErrorHandler, w_table: W_Str): Decoded {
  const run = new Decoding("charmap", input, errors, input.length);
  const known = w_table.length;
  let data = input;
  for (let i: i32 = 0;;) {
    if (i >= data.length) return run.done(input.length);
    const byte: i32 = data[i];
    const c: i32 = byte < known ? w_table.charAt(byte) : UNDEFINED;
    if (c !== UNDEFINED) {
      run.out.append(c);
      i++;
    } else {
      i = run.fail(i, i + 1, REASON);
      data = run.data;
    }
  }
}

/** Decodes by a mapping. */
export function charmapDecodeBy(
  input: Uint8Array,
  errors: DecodeErrorHandler,
  mapping: DecodeMapping,
): Decoded {
  const run = new Decoding("charmap", input, errors, input.length);
  let data = input;
  for (let i: i32 = 0;;) {
    if (i >= data.length) return run.done(input.length);
    const w_text = mapping.lookup(data[i]);
    if (w_text !== null) {
      run.out.appendStr(w_text);
      i++;
    } else {
      i = run.fail(i, i + 1, REASON);
      data = run.data;
    }
  }
}

/** The inverse of a decoding table, in two levels of 128 code points; -1 where there is no byte. */
export class EncodingMap extends EncodeMapping {
  private readonly blocks: FixedArray<Int16Array | null> = newFixedArray<Int16Array | null>(
    0x110000 >> 7,
    null,
  );

  /** Where code points repeat in the table, the last one counts. */
  constructor(w_table: W_Str) {
    super();
    const count = Math.min(w_table.length, 256);
    const mapsAll = isIrregular(w_table, count);
    for (let byte: i32 = 0; byte < count; byte++) {
      const c = w_table.charAt(byte);
      if (c !== UNDEFINED || mapsAll) this.blockOf(c)[c & 127] = byte;
    }
  }

  private blockOf(c: i32): Int16Array {
    const known = this.blocks[c >> 7];
    if (known !== null) return known;
    const block = new Int16Array(128);
    block.fill(-1);
    this.blocks[c >> 7] = block;
    return block;
  }

  /** The byte of a code point, or -1. */
  lookup(c: i32): i32 {
    const block = this.blocks[c >> 7];
    return block === null ? -1 : block[c & 127];
  }

  override put(c: i32, out: ByteBuilder): bool {
    const byte = this.lookup(c);
    if (byte < 0) return false;
    out.append(byte);
    return true;
  }
}

/** CPython makes a dictionary of such tables, in which U+FFFE is a character like others. */
function isIrregular(w_table: W_Str, count: i32): bool {
  for (let byte: i32 = 0; byte < count; byte++) {
    const c = w_table.charAt(byte);
    if (byte === 0 ? c !== 0 : c === 0 || c > 0xffff) return true;
  }
  return false;
}

class CharmapEncoding extends Encoding {
  constructor(w_text: W_Str, errors: EncodeErrorHandler, private readonly mapping: EncodeMapping) {
    super("charmap", w_text, errors, w_text.length);
  }
  override put(c: i32): bool {
    return this.mapping.put(c, this.out);
  }
  override failureOf(start: i32, _end: i32): i32 {
    return start;
  }
}

/** Encodes by a mapping. What has no bytes is an error, in ranges as long as they go. */
export function charmapEncode(w_text: W_Str, errors: EncodeErrorHandler, mapping: EncodeMapping): Uint8Array {
  const run = new CharmapEncoding(w_text, errors, mapping);
  const length = w_text.length;
  for (let i: i32 = 0; i < length;) {
    if (run.put(w_text.charAt(i))) {
      i++;
      continue;
    }
    let end = i + 1;
    const mark = run.out.length;
    while (end < length && !run.put(w_text.charAt(end))) end++;
    // Looking ahead may have written the bytes of what follows.
    run.out.length = mark;
    i = run.fail(i, end, REASON);
  }
  return run.out.build();
}
