/**
 * The functions that every program sees, and the methods of the builtin types. To add one, write a function and a
 * line in one of the tables at the end; both run at translation, so the result is prebuilt.
 */
import { clock as hostClock, type f64, f64ToI32, type i32, newArray, parseF64, StringBuilder } from "@rts";
import { type W_Builtin, W_Builtin0, W_Builtin1, W_Builtin2, W_Builtin3, W_BuiltinAny } from "./callables.ts";
import type { W_Class } from "./class.ts";
import { Global } from "./code.ts";
import { fault } from "./errors.ts";
import type { Frame } from "./frame.ts";
import { callWith1, callWith2 } from "./interpreter.ts";
import { NAMES } from "./names.ts";
import { expectInt, expectNumber, newInt, W_Float, W_Int } from "./numbers.ts";
import { OUTPUT } from "./output.ts";
import type { W_Root } from "./root.ts";
import {
  expectKey,
  expectStr,
  isTrue,
  LIST_CLASS,
  MAP_CLASS,
  newBool,
  NIL,
  STR_CLASS,
  W_List,
  type W_Map,
  W_Str,
} from "./values.ts";

// Functions.

/** @dontLookInside */
function print(frame: Frame, base: i32, count: i32): W_Root {
  const out = new StringBuilder();
  for (let i = 0; i < count; i++) {
    if (i > 0) out.append(" ");
    out.append(frame.slots[base + i]!.text());
  }
  OUTPUT.line(out.toString());
  return NIL;
}

function clock(): W_Root {
  return new W_Float(hostClock());
}
function len(w_value: W_Root): W_Root {
  return newInt(w_value.size());
}
function str(w_value: W_Root): W_Root {
  return w_value instanceof W_Str ? w_value : new W_Str(w_value.text());
}
function typeOf(w_value: W_Root): W_Root {
  return new W_Str(w_value.typeName());
}
function chr(w_unit: W_Root): W_Root {
  const unit = expectInt(w_unit, "the argument of chr");
  if (unit < 0 || unit > 0xffff) throw fault(`chr of ${unit}`);
  return new W_Str(String.fromCharCode(unit));
}

function parseNumber(text: string): f64 {
  const value = parseF64(text);
  if (value !== value || text.trim() === "") throw fault(`'${text}' is no number`);
  return value;
}
function int(w_value: W_Root): W_Root {
  if (w_value instanceof W_Int) return w_value;
  const value = w_value instanceof W_Str
    ? parseNumber(w_value.value)
    : expectNumber(w_value, "the argument of int");
  const whole = Math.trunc(value);
  if (!(whole >= -2147483648.0 && whole <= 2147483647.0)) throw fault(`${value} does not fit an int`);
  return newInt(f64ToI32(whole));
}
function float(w_value: W_Root): W_Root {
  if (w_value instanceof W_Str) return new W_Float(parseNumber(w_value.value));
  return new W_Float(expectNumber(w_value, "the argument of float"));
}

function floor(w_value: W_Root): W_Root {
  return w_value instanceof W_Int
    ? w_value
    : new W_Float(Math.floor(expectNumber(w_value, "the argument of floor")));
}
function sqrt(w_value: W_Root): W_Root {
  return new W_Float(Math.sqrt(expectNumber(w_value, "the argument of sqrt")));
}
function abs(w_value: W_Root): W_Root {
  if (w_value instanceof W_Int) return w_value.value < 0 ? w_value.negate() : w_value;
  return new W_Float(Math.abs(expectNumber(w_value, "the argument of abs")));
}
function min(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b.less(w_a) ? w_b : w_a;
}
function max(w_a: W_Root, w_b: W_Root): W_Root {
  return w_a.less(w_b) ? w_b : w_a;
}
function list(w_iterable: W_Root): W_Root {
  const items: W_Root[] = [];
  const iterator = w_iterable.iterate();
  for (let w_item = iterator.next(); w_item !== null; w_item = iterator.next()) items.push(w_item);
  return new W_List(items);
}
function filled(w_count: W_Root, w_item: W_Root): W_Root {
  const count = expectInt(w_count, "a list's length");
  if (count < 0) throw fault(`a list of ${count} items`);
  return new W_List(newArray<W_Root>(count, w_item));
}

// Methods. The receiver comes first; it is of the right class, for only that class has the method.

function listPush(w_self: W_Root, w_item: W_Root): W_Root {
  (w_self as W_List).items.push(w_item);
  return NIL;
}
function listPop(w_self: W_Root): W_Root {
  const items = (w_self as W_List).items;
  if (items.length === 0) throw fault("pop from an empty list");
  return items.pop()!;
}
function listReverse(w_self: W_Root): W_Root {
  (w_self as W_List).items.reverse();
  return NIL;
}
function listIndex(w_self: W_Root, w_item: W_Root): W_Root {
  const items = (w_self as W_List).items;
  for (let i = 0; i < items.length; i++) {
    if (items[i].equals(w_item)) return newInt(i);
  }
  return newInt(-1);
}
function listSlice(w_self: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  const items = (w_self as W_List).items;
  const start = clampIndex(w_start, 0, items.length);
  return new W_List(items.slice(start, Math.max(start, clampIndex(w_end, items.length, items.length))));
}
function listJoin(w_self: W_Root, w_separator: W_Root): W_Root {
  const separator = w_separator === NIL ? "" : expectStr(w_separator, "a separator");
  const out = new StringBuilder();
  const items = (w_self as W_List).items;
  for (let i = 0; i < items.length; i++) {
    if (i > 0) out.append(separator);
    out.append(items[i].text());
  }
  return new W_Str(out.toString());
}
function listMap(w_self: W_Root, w_function: W_Root): W_Root {
  const items = (w_self as W_List).items;
  const results: W_Root[] = [];
  for (let i = 0; i < items.length; i++) results.push(callWith1(w_function, items[i]));
  return new W_List(results);
}
function listFilter(w_self: W_Root, w_function: W_Root): W_Root {
  const items = (w_self as W_List).items;
  const results: W_Root[] = [];
  for (let i = 0; i < items.length; i++) {
    if (isTrue(callWith1(w_function, items[i]))) results.push(items[i]);
  }
  return new W_List(results);
}
/** Sorts in place, stably; by `<`, or by a function that tells whether its first argument comes first. */
function listSort(w_self: W_Root, w_before: W_Root): W_Root {
  const items = (w_self as W_List).items;
  const sorted = mergeSort(items.slice(0, items.length), w_before);
  for (let i = 0; i < sorted.length && i < items.length; i++) items[i] = sorted[i];
  return NIL;
}

function mergeSort(items: W_Root[], w_before: W_Root): W_Root[] {
  if (items.length < 2) return items;
  const middle = items.length >> 1;
  const left = mergeSort(items.slice(0, middle), w_before);
  const right = mergeSort(items.slice(middle, items.length), w_before);
  const merged: W_Root[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const w_less: W_Root = w_before === NIL
      ? newBool(right[j].less(left[i]))
      : callWith2(w_before, right[j], left[i]);
    if (isTrue(w_less)) merged.push(right[j++]);
    else merged.push(left[i++]);
  }
  while (i < left.length) merged.push(left[i++]);
  while (j < right.length) merged.push(right[j++]);
  return merged;
}

/** An optional index between 0 and `length`; negative ones count from the end. */
function clampIndex(w_index: W_Root, missing: i32, length: i32): i32 {
  if (w_index === NIL) return missing;
  const index = expectInt(w_index, "an index");
  return Math.max(0, Math.min(length, index < 0 ? index + length : index));
}

function mapHas(w_self: W_Root, w_key: W_Root): W_Root {
  return newBool((w_self as W_Map).entries.has(expectKey(w_key)));
}
function mapGet(w_self: W_Root, w_key: W_Root, w_missing: W_Root): W_Root {
  return (w_self as W_Map).entries.get(expectKey(w_key)) ?? w_missing;
}
function mapRemove(w_self: W_Root, w_key: W_Root): W_Root {
  return newBool((w_self as W_Map).entries.delete(expectKey(w_key)));
}
function mapKeys(w_self: W_Root): W_Root {
  return (w_self as W_Map).keys();
}
function mapValues(w_self: W_Root): W_Root {
  return (w_self as W_Map).values();
}

function strCode(w_self: W_Root, w_index: W_Root): W_Root {
  const text = (w_self as W_Str).value;
  const index = w_index === NIL ? 0 : expectInt(w_index, "an index");
  if (index < 0 || index >= text.length) throw fault(`index ${index} out of range for length ${text.length}`);
  return newInt(text.charCodeAt(index));
}
function strSlice(w_self: W_Root, w_start: W_Root, w_end: W_Root): W_Root {
  const text = (w_self as W_Str).value;
  const start = clampIndex(w_start, 0, text.length);
  return new W_Str(text.substring(start, Math.max(start, clampIndex(w_end, text.length, text.length))));
}
function strFind(w_self: W_Root, w_part: W_Root): W_Root {
  return newInt((w_self as W_Str).value.indexOf(expectStr(w_part, "the text to find"), 0));
}
function strSplit(w_self: W_Root, w_separator: W_Root): W_Root {
  const separator = expectStr(w_separator, "a separator");
  if (separator === "") throw fault("empty separator");
  const items: W_Root[] = [];
  for (const part of (w_self as W_Str).value.split(separator)) items.push(new W_Str(part));
  return new W_List(items);
}
function strReplace(w_self: W_Root, w_old: W_Root, w_new: W_Root): W_Root {
  const old = expectStr(w_old, "the text to replace");
  if (old === "") throw fault("empty text to replace");
  return new W_Str((w_self as W_Str).value.replaceAll(old, expectStr(w_new, "the replacement")));
}
function strTrim(w_self: W_Root): W_Root {
  return new W_Str((w_self as W_Str).value.trim());
}
function strUpper(w_self: W_Root): W_Root {
  return new W_Str((w_self as W_Str).value.toUpperCase());
}
function strLower(w_self: W_Root): W_Root {
  return new W_Str((w_self as W_Str).value.toLowerCase());
}

// Tables.

const FUNCTIONS: W_Builtin[] = [
  new W_BuiltinAny("print", print),
  new W_Builtin0("clock", clock),
  new W_Builtin1("len", 1, len),
  new W_Builtin1("str", 1, str),
  new W_Builtin1("type", 1, typeOf),
  new W_Builtin1("chr", 1, chr),
  new W_Builtin1("int", 1, int),
  new W_Builtin1("float", 1, float),
  new W_Builtin1("floor", 1, floor),
  new W_Builtin1("sqrt", 1, sqrt),
  new W_Builtin1("abs", 1, abs),
  new W_Builtin2("min", 2, min),
  new W_Builtin2("max", 2, max),
  new W_Builtin1("list", 1, list),
  new W_Builtin2("filled", 2, filled),
];

function addMethods(cls: W_Class, methods: W_Builtin[]): void {
  for (const method of methods) cls.define(NAMES.intern(method.name), method);
}

addMethods(LIST_CLASS, [
  new W_Builtin2("push", 2, listPush),
  new W_Builtin1("pop", 1, listPop),
  new W_Builtin1("reverse", 1, listReverse),
  new W_Builtin2("index", 2, listIndex),
  new W_Builtin3("slice", 2, listSlice),
  new W_Builtin2("join", 1, listJoin),
  new W_Builtin2("map", 2, listMap),
  new W_Builtin2("filter", 2, listFilter),
  new W_Builtin2("sort", 1, listSort),
]);
addMethods(MAP_CLASS, [
  new W_Builtin2("has", 2, mapHas),
  new W_Builtin3("get", 2, mapGet),
  new W_Builtin2("remove", 2, mapRemove),
  new W_Builtin1("keys", 1, mapKeys),
  new W_Builtin1("values", 1, mapValues),
]);
addMethods(STR_CLASS, [
  new W_Builtin2("code", 1, strCode),
  new W_Builtin3("slice", 2, strSlice),
  new W_Builtin2("find", 2, strFind),
  new W_Builtin2("split", 2, strSplit),
  new W_Builtin3("replace", 3, strReplace),
  new W_Builtin1("trim", 1, strTrim),
  new W_Builtin1("upper", 1, strUpper),
  new W_Builtin1("lower", 1, strLower),
]);

function makeGlobals(): Map<string, Global> {
  const globals = new Map<string, Global>();
  for (const builtin of FUNCTIONS) {
    const global = new Global(builtin.name);
    global.store(builtin);
    globals.set(builtin.name, global);
  }
  return globals;
}

/** The builtin functions by name. A program that assigns to one changes it for the whole process. */
export const BUILTINS: Map<string, Global> = makeGlobals();
