/** The methods of `bytes` and `bytearray` that take them apart or change parts of them: split, replace, strip and such. */
import type { i32 } from "@rts";
import { copyBytes } from "./buffer.ts";
import { newBytes, W_Bytes } from "./bytes.ts";
import * as ascii from "./bytes/ascii.ts";
import * as splits from "./bytes/split.ts";
import { joinBytes } from "./bytes_join.ts";
import {
  bytesArgument,
  dataOf,
  lengthOf,
  operandText,
  resultLike,
  resultOfText,
  startOf,
  textOf,
} from "./bytes_view.ts";
import { valueError } from "./errors.ts";
import { listOf } from "./list.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_unset } from "./singletons.ts";
import { replace } from "./str/replace.ts";
import * as splitting from "./str/split.ts";
import * as trimming from "./str/trim.ts";
import { Side } from "./str/trim.ts";
import type { W_Str } from "./str/wstr.ts";
import { cInt, sizeArgument } from "./str_arguments.ts";
import { newTuple3 } from "./tuple.ts";

export function bytesJoin(w_self: W_Root, w_iterable: W_Root): W_Root {
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

export function bytesSplit(w_self: W_Root, w_separator: W_Root, w_most: W_Root): W_Root {
  const most = sizeArgument(w_most);
  if (w_separator !== w_None) {
    return textList(w_self, splitting.splitAt(textOf(w_self), separatorText(w_separator), most));
  }
  const start = startOf(w_self);
  return pieceList(w_self, splits.splitSpaceBytes(dataOf(w_self), start, start + lengthOf(w_self), most));
}

export function bytesRsplit(w_self: W_Root, w_separator: W_Root, w_most: W_Root): W_Root {
  const most = sizeArgument(w_most);
  if (w_separator !== w_None) {
    return textList(w_self, splitting.rsplitAt(textOf(w_self), separatorText(w_separator), most));
  }
  const start = startOf(w_self);
  return pieceList(w_self, splits.rsplitSpaceBytes(dataOf(w_self), start, start + lengthOf(w_self), most));
}

export function bytesSplitlines(w_self: W_Root, w_keep: W_Root): W_Root {
  const keep = cInt(w_keep) !== 0;
  const start = startOf(w_self);
  return pieceList(w_self, splits.splitLineBytes(dataOf(w_self), start, start + lengthOf(w_self), keep));
}

export function bytesPartition(w_self: W_Root, w_separator: W_Root): W_Root {
  return pieceTuple(w_self, w_separator, splitting.partition(textOf(w_self), separatorText(w_separator)));
}
export function bytesRpartition(w_self: W_Root, w_separator: W_Root): W_Root {
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

export function bytesReplace(w_self: W_Root, w_old: W_Root, w_new: W_Root, w_count: W_Root): W_Root {
  const w_from = operandText(w_old);
  const w_to = operandText(w_new);
  return resultOfText(w_self, replace(textOf(w_self), w_from, w_to, sizeArgument(w_count)));
}

export function strip(w_self: W_Root, w_set: W_Root, side: i32): W_Root {
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

export function bytesRemoveprefix(w_self: W_Root, w_prefix: W_Root): W_Root {
  return resultOfText(w_self, trimming.removePrefix(textOf(w_self), operandText(w_prefix)));
}
export function bytesRemovesuffix(w_self: W_Root, w_suffix: W_Root): W_Root {
  return resultOfText(w_self, trimming.removeSuffix(textOf(w_self), operandText(w_suffix)));
}

export function bytesTranslate(w_self: W_Root, w_table: W_Root, w_delete: W_Root): W_Root {
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
