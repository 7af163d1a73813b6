/** The methods of `str` that search: find, index, count, startswith and their kin. */
import type { FixedArray, i32 } from "@rts";
import { typeError, typeName, valueError } from "./errors.ts";
import { newBool, newInt32 } from "./int.ts";
import type { W_Root } from "./root.ts";
import * as finding from "./str/find.ts";
import { W_Str } from "./str/wstr.ts";
import { searchEnd, searchStart, textOperand } from "./str_arguments.ts";
import { W_Tuple } from "./tuple.ts";

export function strFind(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  return newInt32(findIn(w_self as W_Str, w_part, w_start, w_end));
}

function findIn(self: W_Str, w_part: W_Root, w_start: W_Root, w_end: W_Root): i32 {
  const start = searchStart(w_start, self.length), end = searchEnd(w_end, self.length);
  return finding.find(self, textOperand(w_part), start, end);
}

export function strRfind(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  return newInt32(rfindIn(w_self as W_Str, w_part, w_start, w_end));
}

function rfindIn(self: W_Str, w_part: W_Root, w_start: W_Root, w_end: W_Root): i32 {
  const start = searchStart(w_start, self.length), end = searchEnd(w_end, self.length);
  return finding.rfind(self, textOperand(w_part), start, end);
}

export function strIndex(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  const at = findIn(w_self as W_Str, w_part, w_start, w_end);
  if (at < 0) throw valueError("substring not found");
  return newInt32(at);
}

export function strRindex(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  const at = rfindIn(w_self as W_Str, w_part, w_start, w_end);
  if (at < 0) throw valueError("substring not found");
  return newInt32(at);
}

export function strCount(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  const self = w_self as W_Str;
  const start = searchStart(w_start, self.length), end = searchEnd(w_end, self.length);
  return newInt32(finding.count(self, textOperand(w_part), start, end));
}

export function strStartswith(w_self: W_Root, w_prefix: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  const self = w_self as W_Str;
  const start = searchStart(w_start, self.length), end = searchEnd(w_end, self.length);
  if (w_prefix instanceof W_Str) return newBool(finding.startsWith(self, w_prefix, start, end));
  const items = affixes(w_prefix, "startswith");
  for (let i: i32 = 0; i < items.length; i++) {
    if (finding.startsWith(self, affix(items[i], "startswith"), start, end)) return newBool(true);
  }
  return newBool(false);
}

export function strEndswith(w_self: W_Root, w_suffix: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  const self = w_self as W_Str;
  const start = searchStart(w_start, self.length), end = searchEnd(w_end, self.length);
  if (w_suffix instanceof W_Str) return newBool(finding.endsWith(self, w_suffix, start, end));
  const items = affixes(w_suffix, "endswith");
  for (let i: i32 = 0; i < items.length; i++) {
    if (finding.endsWith(self, affix(items[i], "endswith"), start, end)) return newBool(true);
  }
  return newBool(false);
}

function affixes(w_affix: W_Root, name: string): FixedArray<W_Root> {
  if (w_affix instanceof W_Tuple) return w_affix.items;
  throw typeError(`${name} first arg must be str or a tuple of str, not ${typeName(w_affix)}`);
}

function affix(w_affix: W_Root, name: string): W_Str {
  if (w_affix instanceof W_Str) return w_affix;
  throw typeError(`tuple for ${name} must only contain str, not ${typeName(w_affix)}`);
}
