/** The methods of `bytes` and `bytearray` that search: find, index, count, startswith and their kin. */
import type { i32 } from "@rts";
import { BufferFlag, tryBuffer } from "./buffer.ts";
import { operandText, soughtText, textOf } from "./bytes_view.ts";
import { typeError, typeName, valueError } from "./errors.ts";
import { newBool, newInt32 } from "./int.ts";
import type { W_Root } from "./root.ts";
import * as finding from "./str/find.ts";
import type { W_Str } from "./str/wstr.ts";
import { searchEnd, searchStart } from "./str_arguments.ts";
import { W_Tuple } from "./tuple.ts";

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

export function bytesFind(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  return newInt32(findIn(w_self, w_part, w_start, w_end));
}
export function bytesRfind(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  return newInt32(rfindIn(w_self, w_part, w_start, w_end));
}
export function bytesIndex(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  return found(findIn(w_self, w_part, w_start, w_end));
}
export function bytesRindex(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  return found(rfindIn(w_self, w_part, w_start, w_end));
}

function found(at: i32): W_Root {
  if (at < 0) throw valueError("subsection not found");
  return newInt32(at);
}

export function bytesCount(w_self: W_Root, w_part: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  const w_text = textOf(w_self);
  const start = searchStart(w_start, w_text.length), end = searchEnd(w_end, w_text.length);
  return newInt32(finding.count(w_text, soughtText(w_part), start, end));
}

export function bytesStartswith(w_self: W_Root, w_prefix: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  return newBool(matchesAny(w_self, w_prefix, w_start, w_end, "startswith"));
}
export function bytesEndswith(w_self: W_Root, w_suffix: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
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
