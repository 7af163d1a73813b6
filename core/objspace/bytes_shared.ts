/** The methods that `bytes` and `bytearray` share. Results are of the class that the method belongs to, exactly. */
import { arrayCopy, type i32 } from "@rts";
import { BufferFlag, copyBytes, plainBuffer, tryBuffer } from "./buffer.ts";
import { newBytes, W_Bytes } from "./bytes.ts";
import { MAX_BYTES, W_Bytearray } from "./bytearray.ts";
import { percentFormatBytes } from "./percent_format.ts";
import * as ascii from "./bytes/ascii.ts";
import { hexText } from "./bytes/hex.ts";
import * as splits from "./bytes/split.ts";
import {
  byteOf,
  bytesArgument,
  dataOf,
  fillByte,
  lengthOf,
  operandText,
  resultLike,
  resultOfText,
  soughtText,
  startOf,
  textOf,
} from "./bytes_view.ts";
import { joinBytes } from "./bytes_join.ts";
import { type OperationError, typeError, typeName, valueError } from "./errors.ts";
import { newBool, newInt32 } from "./int.ts";
import { listOf } from "./list.ts";
import { repeatCount } from "./list_methods.ts";
import { memoryError } from "./memory_error.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_NotImplemented, w_unset } from "./singletons.ts";
import { cInt, optionalText, searchEnd, searchStart, sizeArgument } from "./str_arguments.ts";
import * as finding from "./str/find.ts";
import { replace } from "./str/replace.ts";
import * as splitting from "./str/split.ts";
import * as trimming from "./str/trim.ts";
import { Side } from "./str/trim.ts";
import { W_Str } from "./str/wstr.ts";
import { decodeBuffer } from "./text_codecs.ts";
import { hasIndex, length } from "./truth.ts";
import { newTuple3, W_Tuple } from "./tuple.ts";
import type { MethodEntry } from "./typedef.ts";

// --- operators ---

function bytesLen(w_self: W_Root): W_Root {
  return newInt32(lengthOf(w_self));
}

function bytesAdd(w_self: W_Root, w_other: W_Root): W_Root {
  const buffer = plainBuffer(w_other);
  if (buffer === null) throw noConcat(w_self, w_other);
  const count = lengthOf(w_self);
  if (buffer.length > MAX_BYTES - count) throw memoryError();
  const joined = new Uint8Array(count + buffer.length);
  arrayCopy(dataOf(w_self), startOf(w_self), joined, 0, count);
  arrayCopy(buffer.data, buffer.offset, joined, count, buffer.length);
  buffer.release();
  return resultLike(w_self, joined);
}

/** "can't concat str to bytes". */
export function noConcat(w_self: W_Root, w_other: W_Root): OperationError {
  return typeError(`can't concat ${typeName(w_other)} to ${typeName(w_self)}`);
}

function bytesMul(w_self: W_Root, w_count: W_Root): W_Root {
  const count = repeatCount(w_count);
  const length = lengthOf(w_self);
  if (count > 1 && length > ((MAX_BYTES / count) | 0)) throw memoryError();
  if (count === 1 && w_self instanceof W_Bytes) return w_self.plain();
  return resultLike(w_self, repeated(dataOf(w_self), startOf(w_self), length, count));
}

/** `count` copies of `length` bytes. */
export function repeated(data: Uint8Array, start: i32, length: i32, count: i32): Uint8Array {
  const out = new Uint8Array(length * count);
  if (length === 1) {
    out.fill(data[start]);
    return out;
  }
  for (let i: i32 = 0, at: i32 = 0; i < count; i++, at += length) arrayCopy(data, start, out, at, length);
  return out;
}

function bytesMod(w_self: W_Root, w_args: W_Root): W_Root {
  return resultOfText(w_self, percentFormatBytes(textOf(w_self), w_args));
}

function bytesRmod(w_self: W_Root, w_format: W_Root): W_Root {
  const isAlike = w_self instanceof W_Bytes ? w_format instanceof W_Bytes : w_format instanceof W_Bytearray;
  return isAlike ? bytesMod(w_format, w_self) : w_NotImplemented;
}

function bytesContains(w_self: W_Root, w_part: W_Root): W_Root {
  if (!(w_part instanceof W_Bytes) && hasIndex(w_part)) {
    const byte = byteOf(w_part, "byte");
    const start = startOf(w_self);
    return newBool(finding.findChar(1, dataOf(w_self), byte, start, start + lengthOf(w_self)) >= 0);
  }
  return newBool(finding.contains(textOf(w_self), operandText(w_part)));
}

// --- searching ---

function findIn(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): i32 {
  const w_text = textOf(w_self);
  const start = searchStart(w_start, w_text.length), end = searchEnd(w_end, w_text.length);
  return finding.find(w_text, soughtText(w_part), start, end);
}

function rfindIn(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): i32 {
  const w_text = textOf(w_self);
  const start = searchStart(w_start, w_text.length), end = searchEnd(w_end, w_text.length);
  return finding.rfind(w_text, soughtText(w_part), start, end);
}

function bytesFind(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  return newInt32(findIn(w_self, w_part, w_start, w_end));
}
function bytesRfind(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  return newInt32(rfindIn(w_self, w_part, w_start, w_end));
}
function bytesIndex(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  return found(findIn(w_self, w_part, w_start, w_end));
}
function bytesRindex(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  return found(rfindIn(w_self, w_part, w_start, w_end));
}

function found(at: i32): W_Root {
  if (at < 0) throw valueError("subsection not found");
  return newInt32(at);
}

function bytesCount(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  const w_text = textOf(w_self);
  const start = searchStart(w_start, w_text.length), end = searchEnd(w_end, w_text.length);
  return newInt32(finding.count(w_text, soughtText(w_part), start, end));
}

function bytesStartswith(w_self: W_Root, w_prefix: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  return newBool(matchesAny(w_self, w_prefix, w_start, w_end, "startswith"));
}
function bytesEndswith(w_self: W_Root, w_suffix: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  return newBool(matchesAny(w_self, w_suffix, w_start, w_end, "endswith"));
}

function matchesAny(w_self: W_Root, w_affix: W_Root, w_start: W_Root, w_end: W_Root, name: string): boolean {
  const w_text = textOf(w_self);
  const start = searchStart(w_start, w_text.length), end = searchEnd(w_end, w_text.length);
  const atStart = name === "startswith";
  if (w_affix instanceof W_Tuple) {
    for (let i: i32 = 0; i < w_affix.items.length; i++) {
      if (matches(w_text, operandText(w_affix.items[i]), start, end, atStart)) return true;
    }
    return false;
  }
  if (tryBuffer(w_affix, BufferFlag.Simple) === null) {
    throw typeError(`${name} first arg must be bytes or a tuple of bytes, not ${typeName(w_affix)}`);
  }
  return matches(w_text, operandText(w_affix), start, end, atStart);
}

function matches(w_text: W_Str, w_affix: W_Str, start: i32, end: i32, atStart: boolean): boolean {
  return atStart
    ? finding.startsWith(w_text, w_affix, start, end)
    : finding.endsWith(w_text, w_affix, start, end);
}

// --- taking apart and putting together ---

function bytesJoin(w_self: W_Root, w_iterable: W_Root): W_Root {
  return joinBytes(w_self, w_iterable);
}

function textList(w_self: W_Root, pieces: W_Str[]): W_Root {
  const items: W_Root[] = [];
  for (let i: i32 = 0; i < pieces.length; i++) items.push(resultOfText(w_self, pieces[i]));
  return listOf(items);
}

function pieceList(w_self: W_Root, pieces: Uint8Array[]): W_Root {
  const items: W_Root[] = [];
  for (let i: i32 = 0; i < pieces.length; i++) items.push(resultLike(w_self, pieces[i]));
  return listOf(items);
}

function separatorText(w_separator: W_Root): W_Str {
  const w_text = operandText(w_separator);
  if (w_text.length === 0) throw valueError("empty separator");
  return w_text;
}

function bytesSplit(w_self: W_Root, w_separator: W_Root, w_most: W_Root): W_Root {
  const most = sizeArgument(w_most);
  if (w_separator !== w_None) {
    return textList(w_self, splitting.splitAt(textOf(w_self), separatorText(w_separator), most));
  }
  const start = startOf(w_self);
  return pieceList(w_self, splits.splitSpaceBytes(dataOf(w_self), start, start + lengthOf(w_self), most));
}

function bytesRsplit(w_self: W_Root, w_separator: W_Root, w_most: W_Root): W_Root {
  const most = sizeArgument(w_most);
  if (w_separator !== w_None) {
    return textList(w_self, splitting.rsplitAt(textOf(w_self), separatorText(w_separator), most));
  }
  const start = startOf(w_self);
  return pieceList(w_self, splits.rsplitSpaceBytes(dataOf(w_self), start, start + lengthOf(w_self), most));
}

function bytesSplitlines(w_self: W_Root, w_keep: W_Root): W_Root {
  const keep = cInt(w_keep) !== 0;
  const start = startOf(w_self);
  return pieceList(w_self, splits.splitLineBytes(dataOf(w_self), start, start + lengthOf(w_self), keep));
}

function bytesPartition(w_self: W_Root, w_separator: W_Root): W_Root {
  return pieceTuple(w_self, w_separator, splitting.partition(textOf(w_self), separatorText(w_separator)));
}
function bytesRpartition(w_self: W_Root, w_separator: W_Root): W_Root {
  return pieceTuple(w_self, w_separator, splitting.rpartition(textOf(w_self), separatorText(w_separator)));
}

/** `bytes` gives the separator as it got it. */
function pieceTuple(w_self: W_Root, w_separator: W_Root, pieces: W_Str[]): W_Root {
  const isFound = pieces[1].length > 0;
  return newTuple3(
    resultOfText(w_self, pieces[0]),
    isFound && w_self instanceof W_Bytes ? w_separator : resultOfText(w_self, pieces[1]),
    resultOfText(w_self, pieces[2]),
  );
}

function bytesReplace(w_self: W_Root, w_old: W_Root, w_new: W_Root, w_count: W_Root): W_Root {
  const w_from = operandText(w_old);
  const w_to = operandText(w_new);
  return resultOfText(w_self, replace(textOf(w_self), w_from, w_to, sizeArgument(w_count)));
}

function strip(w_self: W_Root, w_set: W_Root, side: i32): W_Root {
  if (w_set !== w_None) {
    return resultOfText(w_self, trimming.stripSet(textOf(w_self), operandText(w_set), side));
  }
  const data = dataOf(w_self);
  let from = startOf(w_self);
  let to = from + lengthOf(w_self);
  if ((side & Side.Left) !== 0) { while (from < to && ascii.isSpaceByte(data[from])) from++; }
  if ((side & Side.Right) !== 0) { while (to > from && ascii.isSpaceByte(data[to - 1])) to--; }
  return resultLike(w_self, copyBytes(data, from, to - from));
}

function bytesRemoveprefix(w_self: W_Root, w_prefix: W_Root): W_Root {
  return resultOfText(w_self, trimming.removePrefix(textOf(w_self), operandText(w_prefix)));
}
function bytesRemovesuffix(w_self: W_Root, w_suffix: W_Root): W_Root {
  return resultOfText(w_self, trimming.removeSuffix(textOf(w_self), operandText(w_suffix)));
}

function bytesTranslate(w_self: W_Root, w_table: W_Root, w_delete: W_Root): W_Root {
  const table = w_table === w_None ? null : bytesArgument(w_table);
  if (table !== null && table.length !== 256) {
    throw valueError("translation table must be 256 characters long");
  }
  const removed = new Uint8Array(256);
  if (w_delete !== w_unset) {
    const bytes = bytesArgument(w_delete);
    for (let i: i32 = 0; i < bytes.length; i++) removed[bytes[i]] = 1;
  }
  const data = dataOf(w_self);
  const start = startOf(w_self), length = lengthOf(w_self);
  const out = new Uint8Array(length);
  let kept: i32 = 0;
  for (let i = start; i < start + length; i++) {
    const byte: i32 = data[i];
    if (removed[byte] === 0) out[kept++] = table === null ? byte : table[byte];
  }
  return resultLike(w_self, kept === length ? out : copyBytes(out, 0, kept));
}

/** `bytes.maketrans`. */
export function bytesMaketrans(w_from: W_Root, w_to: W_Root): W_Root {
  const from = bytesArgument(w_from), to = bytesArgument(w_to);
  if (from.length !== to.length) throw valueError("maketrans arguments must have same length");
  const table = new Uint8Array(256);
  for (let i: i32 = 0; i < 256; i++) table[i] = i;
  for (let i: i32 = 0; i < from.length; i++) table[from[i]] = to[i];
  return newBytes(table);
}

// --- widths ---

function widthArgument(w_width: W_Root): i32 {
  const width = sizeArgument(w_width);
  if (width > MAX_BYTES) throw memoryError();
  return width;
}

function bytesLjust(w_self: W_Root, w_width: W_Root, w_fill: W_Root): W_Root {
  const width = widthArgument(w_width);
  return resultOfText(w_self, trimming.ljust(textOf(w_self), width, fillOr(w_fill, "ljust")));
}
function bytesRjust(w_self: W_Root, w_width: W_Root, w_fill: W_Root): W_Root {
  const width = widthArgument(w_width);
  return resultOfText(w_self, trimming.rjust(textOf(w_self), width, fillOr(w_fill, "rjust")));
}
function bytesCenter(w_self: W_Root, w_width: W_Root, w_fill: W_Root): W_Root {
  const width = widthArgument(w_width);
  return resultOfText(w_self, trimming.center(textOf(w_self), width, fillOr(w_fill, "center")));
}
function fillOr(w_fill: W_Root, name: string): i32 {
  return w_fill === w_unset ? 32 : fillByte(w_fill, name);
}
function bytesZfill(w_self: W_Root, w_width: W_Root): W_Root {
  return resultOfText(w_self, trimming.zfill(textOf(w_self), widthArgument(w_width)));
}
function bytesExpandtabs(w_self: W_Root, w_size: W_Root): W_Root {
  return resultOfText(w_self, trimming.expandTabs(textOf(w_self), cInt(w_size)));
}

// --- others ---

function bytesDecode(w_self: W_Root, w_encoding: W_Root, w_errors: W_Root): W_Root {
  const encoding = optionalText(w_encoding, "decode", "'encoding'");
  const errors = optionalText(w_errors, "decode", "'errors'");
  const buffer = w_self.acquireBuffer(BufferFlag.Simple)!;
  try {
    return decodeBuffer(w_self, buffer, encoding, errors);
  } finally {
    buffer.release();
  }
}

/** `hex(sep, bytes_per_sep)` of bytes anywhere; also for `memoryview`. */
export function hexOf(
  data: Uint8Array,
  start: i32,
  length: i32,
  w_separator: W_Root,
  w_group: W_Root,
): W_Root {
  const group = cInt(w_group);
  const separator = w_separator === w_unset ? -1 : separatorOf(w_separator);
  return hexText(data, start, length, separator, group);
}

function separatorOf(w_separator: W_Root): i32 {
  if (length(w_separator) !== 1n) throw valueError("sep must be length 1.");
  if (w_separator instanceof W_Str) {
    if (w_separator.charAt(0) >= 0x80) throw valueError("sep must be ASCII.");
    return w_separator.charAt(0);
  }
  if (!(w_separator instanceof W_Bytes)) throw typeError("sep must be str or bytes.");
  if (w_separator.data[0] >= 0x80) throw valueError("sep must be ASCII.");
  return w_separator.data[0];
}

function bytesHex(w_self: W_Root, w_separator: W_Root, w_group: W_Root): W_Root {
  return hexOf(dataOf(w_self), startOf(w_self), lengthOf(w_self), w_separator, w_group);
}

/** Test and mapping of all bytes. */
type Predicate = (data: Uint8Array, start: i32, end: i32) => boolean;
type Mapping = (data: Uint8Array, start: i32, end: i32) => Uint8Array;

function test(w_self: W_Root, predicate: Predicate): W_Root {
  const start = startOf(w_self);
  return newBool(predicate(dataOf(w_self), start, start + lengthOf(w_self)));
}
function mapped(w_self: W_Root, mapping: Mapping): W_Root {
  const start = startOf(w_self);
  return resultLike(w_self, mapping(dataOf(w_self), start, start + lengthOf(w_self)));
}

/** Methods for the tables of both classes. */
export const SHARED_METHODS: Readonly<Record<string, MethodEntry>> = {
  __len__: ["($self, /)", bytesLen],
  __add__: ["($self, value, /)", bytesAdd],
  __mul__: ["($self, value, /)", bytesMul],
  __rmul__: ["($self, value, /)", bytesMul],
  __mod__: ["($self, value, /)", bytesMod],
  __rmod__: ["($self, value, /)", bytesRmod],
  __contains__: ["($self, key, /)", bytesContains],
  find: [
    "($self, sub, start=<opt>, end=<opt>, /)",
    bytesFind,
    "Lowest place of a part within a range; -1 where there is none.",
  ],
  rfind: [
    "($self, sub, start=<opt>, end=<opt>, /)",
    bytesRfind,
    "Highest place of a part within a range; -1 where there is none.",
  ],
  index: [
    "($self, sub, start=<opt>, end=<opt>, /)",
    bytesIndex,
    "As `find`; raises ValueError where there is none.",
  ],
  rindex: [
    "($self, sub, start=<opt>, end=<opt>, /)",
    bytesRindex,
    "As `rfind`; raises ValueError where there is none.",
  ],
  count: [
    "($self, sub, start=<opt>, end=<opt>, /)",
    bytesCount,
    "How often a part occurs within a range, without overlaps.",
  ],
  startswith: [
    "($self, prefix, start=<opt>, end=<opt>, /)",
    bytesStartswith,
    "Whether the range begins with bytes, or one of a tuple of bytes.",
  ],
  endswith: [
    "($self, suffix, start=<opt>, end=<opt>, /)",
    bytesEndswith,
    "Whether the range ends with bytes, or one of a tuple of bytes.",
  ],
  join: ["($self, iterable_of_bytes, /)", bytesJoin, "The bytes of an iterable, with these between them."],
  split: [
    "($self, /, sep=None, maxsplit=-1)",
    bytesSplit,
    "The parts between separators, or between white space.",
  ],
  rsplit: ["($self, /, sep=None, maxsplit=-1)", bytesRsplit, "As `split`, cut from the right."],
  splitlines: ["($self, /, keepends=False)", bytesSplitlines, "The lines."],
  partition: [
    "($self, sep, /)",
    bytesPartition,
    "What is before the first separator, the separator, what is behind it.",
  ],
  rpartition: [
    "($self, sep, /)",
    bytesRpartition,
    "What is before the last separator, the separator, what is behind it.",
  ],
  replace: [
    "($self, old, new, count=-1, /)",
    bytesReplace,
    "A copy with a part replaced wherever it occurs.",
  ],
  strip: [
    "($self, bytes=None, /)",
    (w_self: W_Root, w_set: W_Root): W_Root => strip(w_self, w_set, Side.Both),
    "A copy without white space, or certain bytes, at both ends.",
  ],
  lstrip: [
    "($self, bytes=None, /)",
    (w_self: W_Root, w_set: W_Root): W_Root => strip(w_self, w_set, Side.Left),
    "A copy without white space, or certain bytes, at the start.",
  ],
  rstrip: [
    "($self, bytes=None, /)",
    (w_self: W_Root, w_set: W_Root): W_Root => strip(w_self, w_set, Side.Right),
    "A copy without white space, or certain bytes, at the end.",
  ],
  removeprefix: ["($self, prefix, /)", bytesRemoveprefix, "A copy without a prefix, if it has it."],
  removesuffix: ["($self, suffix, /)", bytesRemovesuffix, "A copy without a suffix, if it has it."],
  translate: [
    "($self, table, /, delete=<unset>)",
    bytesTranslate,
    "A copy with each byte replaced by what a table gives for it.",
  ],
  ljust: ["($self, width, fillchar=<unset>, /)", bytesLjust, "Filled up at the end to a width."],
  rjust: ["($self, width, fillchar=<unset>, /)", bytesRjust, "Filled up at the start to a width."],
  center: ["($self, width, fillchar=<unset>, /)", bytesCenter, "Filled up at both ends to a width."],
  zfill: ["($self, width, /)", bytesZfill, "Filled up with zeros behind the sign to a width."],
  expandtabs: ["($self, /, tabsize=8)", bytesExpandtabs, "A copy with spaces for tabs."],
  decode: [
    "($self, /, encoding=<unset>, errors=<unset>)",
    bytesDecode,
    "The text that the bytes are in an encoding.",
  ],
  hex: ["($self, /, sep=<unset>, bytes_per_sep=1)", bytesHex, "Two hexadecimal digits for each byte."],
  capitalize: [
    "($self, /)",
    (w_self: W_Root): W_Root => mapped(w_self, ascii.capitalizeBytes),
    "The first letter in upper case, all others in lower case.",
  ],
  lower: [
    "($self, /)",
    (w_self: W_Root): W_Root => mapped(w_self, ascii.lowerBytes),
    "ASCII letters in lower case.",
  ],
  upper: [
    "($self, /)",
    (w_self: W_Root): W_Root => mapped(w_self, ascii.upperBytes),
    "ASCII letters in upper case.",
  ],
  swapcase: [
    "($self, /)",
    (w_self: W_Root): W_Root => mapped(w_self, ascii.swapcaseBytes),
    "ASCII letters in the other case.",
  ],
  title: [
    "($self, /)",
    (w_self: W_Root): W_Root => mapped(w_self, ascii.titleBytes),
    "Words beginning in upper case, all else in lower case.",
  ],
  isalnum: [
    "($self, /)",
    (w_self: W_Root): W_Root => test(w_self, ascii.isAlnumBytes),
    "Whether all are ASCII letters or digits, and there are some.",
  ],
  isalpha: [
    "($self, /)",
    (w_self: W_Root): W_Root => test(w_self, ascii.isAlphaBytes),
    "Whether all are ASCII letters, and there are some.",
  ],
  isascii: [
    "($self, /)",
    (w_self: W_Root): W_Root => test(w_self, ascii.isAsciiBytes),
    "Whether all are ASCII.",
  ],
  isdigit: [
    "($self, /)",
    (w_self: W_Root): W_Root => test(w_self, ascii.isDigitBytes),
    "Whether all are ASCII digits, and there are some.",
  ],
  islower: [
    "($self, /)",
    (w_self: W_Root): W_Root => test(w_self, ascii.isLowerBytes),
    "Whether all ASCII letters are in lower case, and there are some.",
  ],
  isspace: [
    "($self, /)",
    (w_self: W_Root): W_Root => test(w_self, ascii.isSpaceBytes),
    "Whether all are ASCII white space, and there is some.",
  ],
  istitle: [
    "($self, /)",
    (w_self: W_Root): W_Root => test(w_self, ascii.isTitleBytes),
    "Whether each word begins in upper case and goes on in lower case.",
  ],
  isupper: [
    "($self, /)",
    (w_self: W_Root): W_Root => test(w_self, ascii.isUpperBytes),
    "Whether all ASCII letters are in upper case, and there are some.",
  ],
};
