/** "Did you mean": the name most like one that is missing, as CPython's `suggestions.c` chooses it. */
import type { i32 } from "@rts";
import { getattr } from "../objspace/attributes.ts";
import { call0, callSpecial1, type } from "../objspace/call.ts";
import type { W_BaseException } from "../objspace/base_exception.ts";
import { W_Dict } from "../objspace/dict.ts";
import { OperationError } from "../objspace/errors.ts";
import { W_AttributeError, W_NameError } from "../objspace/exceptions.ts";
import { unpackIterable } from "../objspace/iteration.ts";
import { listOf } from "../objspace/list.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { Special } from "../objspace/special.ts";
import { internRts } from "../objspace/str/intern.ts";
import { W_Str } from "../objspace/str/wstr.ts";
import type { W_Traceback } from "../objspace/traceback.ts";
import { localsOf } from "./frame_locals.ts";

const s_sort: W_Str = internRts("sort");

const MOVE_COST: i32 = 2;
const CASE_COST: i32 = 1;
const MAX_STRING: i32 = 40;
const MAX_CANDIDATES: i32 = 750;

/** The suggestion for a NameError or AttributeError; empty for none. */
export function suggestion(w_value: W_BaseException): string {
  try {
    if (w_value instanceof W_AttributeError) return forAttribute(w_value);
    if (w_value instanceof W_NameError) return forName(w_value);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
  }
  return "";
}

function forAttribute(w_value: W_AttributeError): string {
  const w_name = w_value.w_name;
  if (!(w_name instanceof W_Str) || w_value.w_obj === w_None) return "";
  const w_dir = type(w_value.w_obj).special[Special.Dir];
  if (w_dir === null) return "";
  const w_names = listOf(unpackIterable(callSpecial1(w_dir, w_value.w_obj)));
  call0(getattr(w_names, s_sort));
  return best(w_name, unpackIterable(w_names));
}

function forName(w_value: W_NameError): string {
  const w_name = w_value.w_name;
  let w_tb: W_Traceback | null = w_value.w_traceback;
  if (!(w_name instanceof W_Str) || w_tb === null) return "";
  while (w_tb.w_next !== null) w_tb = w_tb.w_next;
  const frame = w_tb.frame;
  const w_locals = localsOf(frame);
  const found = w_locals instanceof W_Dict ? best(w_name, keysOf(w_locals)) : "";
  if (found !== "") return found;
  const inGlobals = best(w_name, keysOf(frame.w_globals));
  return inGlobals !== "" ? inGlobals : best(w_name, keysOf(frame.w_builtins));
}

function keysOf(w_dict: W_Dict): W_Root[] {
  const keys: W_Root[] = [];
  for (let p = w_dict.next(0); p >= 0; p = w_dict.next(p + 1)) keys.push(w_dict.keyAt(p));
  return keys;
}

function best(w_name: W_Str, candidates: W_Root[]): string {
  if (candidates.length > MAX_CANDIDATES) return "";
  let bestDistance: i32 = 0x7fffffff;
  let found = "";
  const name = w_name.toRts();
  for (let i = 0; i < candidates.length; i++) {
    const w_candidate = candidates[i];
    if (!(w_candidate instanceof W_Str) || w_candidate.equals(w_name)) continue;
    let most = ((name.length + w_candidate.length + 3) * MOVE_COST / 6) | 0;
    if (most > bestDistance - 1) most = bestDistance - 1;
    const distance = levenshtein(name, w_candidate.toRts(), most);
    if (distance > most) continue;
    if (distance < bestDistance) {
      bestDistance = distance;
      found = w_candidate.toRts();
    }
  }
  return found;
}

function lower(c: i32): i32 {
  return c >= 65 && c <= 90 ? c + 32 : c;
}
function cost(a: i32, b: i32): i32 {
  if (a === b) return 0;
  return lower(a) === lower(b) ? CASE_COST : MOVE_COST;
}

/** Edit distance in units of costs; more than `most` when it is. */
function levenshtein(a: string, b: string, most: i32): i32 {
  if (a === b) return 0;
  let start: i32 = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let endA: i32 = a.length;
  let endB: i32 = b.length;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const lengthA = endA - start;
  const lengthB = endB - start;
  if (lengthA === 0 || lengthB === 0) return (lengthA + lengthB) * MOVE_COST;
  if (lengthA > MAX_STRING || lengthB > MAX_STRING) return most + 1;
  if (Math.abs(lengthA - lengthB) * MOVE_COST > most) return most + 1;
  return distanceOf(a, b, start, lengthA, lengthB, most);
}

function distanceOf(a: string, b: string, start: i32, lengthA: i32, lengthB: i32, most: i32): i32 {
  const row = new Int32Array(lengthA);
  for (let i = 0; i < lengthA; i++) row[i] = (i + 1) * MOVE_COST;
  let result: i32 = 0;
  for (let j = 0; j < lengthB; j++) {
    let diagonal: i32 = j * MOVE_COST;
    result = diagonal;
    let least: i32 = 0x7fffffff;
    for (let i = 0; i < lengthA; i++) {
      const substitute = diagonal + cost(b.charCodeAt(start + j), a.charCodeAt(start + i));
      diagonal = row[i];
      const move = Math.min(result, diagonal) + MOVE_COST;
      result = Math.min(substitute, move);
      row[i] = result;
      if (result < least) least = result;
    }
    if (least > most) return most + 1;
  }
  return result;
}
