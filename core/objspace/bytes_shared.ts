/** The methods that `bytes` and `bytearray` share. Results are of the class that the method belongs to, exactly. */
import type { i32 } from "@rts";
import { BufferFlag } from "./buffer.ts";
import { MAX_BYTES } from "./bytearray.ts";
import { W_Bytes } from "./bytes.ts";
import * as ascii from "./bytes/ascii.ts";
import { hexText } from "./bytes/hex.ts";
import { bytesAdd, bytesContains, bytesLen, bytesMod, bytesMul, bytesRmod } from "./bytes_operators.ts";
import {
  bytesJoin,
  bytesPartition,
  bytesRemoveprefix,
  bytesRemovesuffix,
  bytesReplace,
  bytesRpartition,
  bytesRsplit,
  bytesSplit,
  bytesSplitlines,
  bytesTranslate,
  strip,
} from "./bytes_pieces.ts";
import {
  bytesCount,
  bytesEndswith,
  bytesFind,
  bytesIndex,
  bytesRfind,
  bytesRindex,
  bytesStartswith,
} from "./bytes_search.ts";
import { dataOf, fillByte, lengthOf, resultLike, resultOfText, startOf, textOf } from "./bytes_view.ts";
import { typeError, valueError } from "./errors.ts";
import { newBool } from "./int.ts";
import { memoryError } from "./memory_error.ts";
import type { W_Root } from "./root.ts";
import { w_unset } from "./singletons.ts";
import * as trimming from "./str/trim.ts";
import { Side } from "./str/trim.ts";
import { W_Str } from "./str/wstr.ts";
import { cInt, optionalText, sizeArgument } from "./str_arguments.ts";
import { codecOfText, decodeBuffer, decodeWith } from "./text_codecs.ts";
import { Codec } from "./unicode/codecs.ts";
import { length } from "./truth.ts";
import type { MethodEntry } from "./typedef.ts";

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

function bytesDecode(w_self: W_Root, w_encoding: W_Root, w_errors: W_Root): W_Root {
  if (w_errors === w_unset) {
    const codec: i32 = w_encoding === w_unset ? Codec.Utf8 : codecOfText(w_encoding);
    if (codec !== Codec.None) {
      return decodeWith(codec, dataOf(w_self), startOf(w_self), lengthOf(w_self), null);
    }
  }
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
    "($self, table, /, delete=<unset:b''>)",
    bytesTranslate,
    "A copy with each byte replaced by what a table gives for it.",
  ],
  ljust: ["($self, width, fillchar=<unset:b' '>, /)", bytesLjust, "Filled up at the end to a width."],
  rjust: ["($self, width, fillchar=<unset:b' '>, /)", bytesRjust, "Filled up at the start to a width."],
  center: ["($self, width, fillchar=<unset:b' '>, /)", bytesCenter, "Filled up at both ends to a width."],
  zfill: ["($self, width, /)", bytesZfill, "Filled up with zeros behind the sign to a width."],
  expandtabs: ["($self, /, tabsize=8)", bytesExpandtabs, "A copy with spaces for tabs."],
  decode: [
    "($self, /, encoding=<unset:'utf-8'>, errors=<unset:'strict'>)",
    bytesDecode,
    "The text that the bytes are in an encoding.",
  ],
  hex: [
    "($self, /, sep=<unrepresentable>, bytes_per_sep=1)",
    bytesHex,
    "Two hexadecimal digits for each byte.",
  ],
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
