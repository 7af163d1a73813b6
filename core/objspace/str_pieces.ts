/** The methods of `str` that take texts apart or change parts of them: split, replace, strip and their kin. */
import type { i32 } from "@rts";
import { typeError, typeName, valueError } from "./errors.ts";
import { listOf } from "./list.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import * as replacing from "./str/replace.ts";
import * as splitting from "./str/split.ts";
import * as trimming from "./str/trim.ts";
import { W_Str } from "./str/wstr.ts";
import { cInt, sizeArgument, strArgument, textOperand } from "./str_arguments.ts";
import { newTuple3 } from "./tuple.ts";

/** The pieces as a list. */
function pieceList(pieces: W_Str[]): W_Root {
  const items: W_Root[] = [];
  for (let i: i32 = 0; i < pieces.length; i++) items.push(pieces[i]);
  return listOf(items);
}

export function strSplit(w_self: W_Root, w_separator: W_Root, w_most: W_Root): W_Root {
  const self = w_self as W_Str;
  const most = sizeArgument(w_most);
  if (w_separator === w_None) return pieceList(splitting.splitSpaces(self, most));
  return pieceList(splitting.splitAt(self, separator(w_separator), most));
}

export function strRsplit(w_self: W_Root, w_separator: W_Root, w_most: W_Root): W_Root {
  const self = w_self as W_Str;
  const most = sizeArgument(w_most);
  if (w_separator === w_None) return pieceList(splitting.rsplitSpaces(self, most));
  return pieceList(splitting.rsplitAt(self, separator(w_separator), most));
}

export function separator(w_separator: W_Root): W_Str {
  if (!(w_separator instanceof W_Str)) throw typeError(`must be str or None, not ${typeName(w_separator)}`);
  if (w_separator.length === 0) throw valueError("empty separator");
  return w_separator;
}

export function strSplitlines(w_self: W_Root, w_keep: W_Root): W_Root {
  return pieceList(splitting.splitLines(w_self as W_Str, cInt(w_keep) !== 0));
}

function partitionOperand(w_separator: W_Root): W_Str {
  const w_text = textOperand(w_separator);
  if (w_text.length === 0) throw valueError("empty separator");
  return w_text;
}

export function strPartition(w_self: W_Root, w_separator: W_Root): W_Root {
  const pieces = splitting.partition(w_self as W_Str, partitionOperand(w_separator));
  return newTuple3(pieces[0], pieces[1], pieces[2]);
}

export function strRpartition(w_self: W_Root, w_separator: W_Root): W_Root {
  const pieces = splitting.rpartition(w_self as W_Str, partitionOperand(w_separator));
  return newTuple3(pieces[0], pieces[1], pieces[2]);
}

export function strReplace(w_self: W_Root, w_old: W_Root, w_new: W_Root, w_count: W_Root): W_Root {
  const old = strArgument(w_old, "replace", "1");
  const replacement = strArgument(w_new, "replace", "2");
  const most = sizeArgument(w_count);
  if (old.equals(replacement)) return (w_self as W_Str).plain();
  return replacing.replace(w_self as W_Str, old, replacement, most);
}

export function strip(w_self: W_Root, w_set: W_Root, side: i32, name: string): W_Root {
  if (w_set === w_None) return trimming.stripSpaces(w_self as W_Str, side);
  if (!(w_set instanceof W_Str)) throw typeError(`${name} arg must be None or str`);
  return trimming.stripSet(w_self as W_Str, w_set, side);
}

export function strRemoveprefix(w_self: W_Root, w_prefix: W_Root): W_Root {
  return trimming.removePrefix(w_self as W_Str, strArgument(w_prefix, "removeprefix", ""));
}

export function strRemovesuffix(w_self: W_Root, w_suffix: W_Root): W_Root {
  return trimming.removeSuffix(w_self as W_Str, strArgument(w_suffix, "removesuffix", ""));
}
