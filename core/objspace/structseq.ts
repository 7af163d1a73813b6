/**
 * Named tuples of the built-in modules (`os.stat_result`, `time.struct_time`, `sys.flags`, …): tuples whose elements
 * have names, with further named values behind that are no elements.
 *
 * `structseqClass` runs at translation. Fields come in order: visible ones (the elements; an empty name makes one
 * unnamed), then hidden ones. At run time `newStructSeq` makes an instance of all values in that order.
 */
import { arrayCopy, type FixedArray, type i32, newFixedArray } from "@rts";
import type { Fn1 } from "./builtin_code.ts";
import { W_Dict } from "./dict.ts";
import { typeError } from "./errors.ts";
import { newInt32 } from "./int.ts";
import { fixedItems } from "./iteration.ts";
import type { InstanceMap } from "./map.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_unset } from "./singletons.ts";
import { Special } from "./special.ts";
import { StrBuilder } from "./str/builder.ts";
import { internRts } from "./str/intern.ts";
import type { W_Str } from "./str/wstr.ts";
import { repr } from "./text.ts";
import { type } from "./call.ts";
import { newTuple, newTuple2, NO_ITEMS, tupleOf, W_TupleUser } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define, type GetSetEntry } from "./typedef.ts";
import { moduleClass, tupleType } from "./types.ts";

/** An instance. `items` are the elements, `hidden` the values behind them. */
export class W_StructSeq extends W_TupleUser {
  readonly hidden: FixedArray<W_Root>;
  constructor(map: InstanceMap, items: FixedArray<W_Root>, hidden: FixedArray<W_Root>) {
    super(map, items);
    this.hidden = hidden;
  }

  /** Value of field `at`, hidden ones counted on. */
  field(at: i32): W_Root {
    const visible: i32 = this.items.length;
    return at < visible ? this.items[at] : this.hidden[at - visible];
  }
}

/** What a class of named tuples has. */
export class StructSeqLayout {
  /** As error messages and `repr` name the class: with its module. */
  readonly fullName: string;
  readonly visible: i32;
  /** Names of the named fields, in order, and where each stands. */
  readonly names: W_Str[];
  readonly places: i32[];
  /** How many of `names` stand before the hidden fields. */
  readonly unnamed: i32;
  /** Number of fields. */
  readonly count: i32;
  /** Hidden fields from `fallbackStart` on get the value of a visible one when they are not given: `fallbackStart + i` that of `fallbackFrom + i`. */
  readonly fallbackStart: i32;
  readonly fallbackFrom: i32;

  constructor(
    fullName: string,
    fields: readonly string[],
    visible: i32,
    fallbackStart: i32,
    fallbackFrom: i32,
  ) {
    this.fullName = fullName;
    this.visible = visible;
    this.count = fields.length;
    this.names = [];
    this.places = [];
    this.fallbackStart = fallbackStart;
    this.fallbackFrom = fallbackFrom;
    for (let i = 0; i < fields.length; i++) {
      if (fields[i] === "") continue;
      this.names.push(internRts(fields[i]!));
      this.places.push(i);
    }
    this.unnamed = fields.length - this.names.length;
  }
}

const LAYOUTS: Map<W_Type, StructSeqLayout> = new Map<W_Type, StructSeqLayout>();

/** Descriptions of a class. */
export interface StructSeqSpec {
  readonly doc?: string;
  /** Names of the elements; an empty one for an element without name. */
  readonly fields: readonly string[];
  readonly hidden?: readonly string[];
  /** Documentation by name of the field. */
  readonly docs?: Readonly<Record<string, string>>;
  /** The class cannot be called (`sys.flags`). */
  readonly noNew?: boolean;
  /** See {@link StructSeqLayout.fallbackStart}. */
  readonly fallback?: readonly [start: number, from: number];
}

/** Makes a class of named tuples. Runs at translation. */
export function structseqClass(name: string, module: string, spec: StructSeqSpec): W_Type {
  const w_type = moduleClass(name, module);
  const all = [...spec.fields, ...(spec.hidden ?? [])];
  const [fallbackStart, fallbackFrom] = spec.fallback ?? [-1, -1];
  const fullName = module === "builtins" ? name : `${module}.${name}`;
  const layout = new StructSeqLayout(fullName, all, spec.fields.length, fallbackStart, fallbackFrom);
  LAYOUTS.set(w_type, layout);
  const members: Record<string, GetSetEntry> = {};
  for (let i = 0; i < layout.names.length; i++) {
    const field = layout.names[i]!.toRts();
    const getter = GETTERS[layout.places[i]!]!;
    const doc = spec.docs?.[field];
    members[field] = doc === undefined ? [getter] : [getter, null, null, doc];
  }
  const matched: W_Root[] = spec.fields.filter((field) => field !== "").map((field) => internRts(field));
  define(w_type, {
    base: tupleType,
    ...(spec.doc === undefined ? {} : { doc: spec.doc }),
    flags: spec.noNew === true ? TypeFlag.NoNew : 0,
    new: ["($cls, sequence, dict=<unset>)", structseqNew],
    methods: {
      __repr__: ["($self, /)", structseqRepr],
      __reduce__: ["($self, /)", structseqReduce],
    },
    members,
    constants: {
      n_fields: newInt32(layout.count),
      n_sequence_fields: newInt32(layout.visible),
      n_unnamed_fields: newInt32(layout.unnamed),
      __match_args__: tupleOf(matched),
    },
  });
  return w_type;
}

/** An instance of all values in the order of the fields; `values` is taken over. */
export function newStructSeq(w_type: W_Type, values: FixedArray<W_Root>): W_StructSeq {
  return split(w_type, LAYOUTS.get(w_type)!.visible, values);
}

/** The same of an array that grows. */
export function newStructSeqOf(w_type: W_Type, values: W_Root[]): W_StructSeq {
  return newStructSeq(w_type, tupleOf(values).items);
}

function split(w_type: W_Type, visible: i32, values: FixedArray<W_Root>): W_StructSeq {
  const more: i32 = values.length - visible;
  if (more === 0) return new W_StructSeq(w_type.instanceMap, values, NO_ITEMS);
  const items = newFixedArray<W_Root>(visible, w_None);
  const hidden = newFixedArray<W_Root>(more, w_None);
  arrayCopy(values, 0, items, 0, visible);
  arrayCopy(values, visible, hidden, 0, more);
  return new W_StructSeq(w_type.instanceMap, items, hidden);
}

function structseqNew(w_cls: W_Root, w_sequence: W_Root, w_dict: W_Root): W_Root {
  const w_type = w_cls as W_Type;
  const layout = LAYOUTS.get(w_type)!;
  if (type(w_sequence).special[Special.Iter] === null && type(w_sequence).special[Special.Getitem] === null) {
    throw typeError("constructor requires a sequence");
  }
  const given = fixedItems(w_sequence);
  if (w_dict !== w_unset && !(w_dict instanceof W_Dict)) {
    throw typeError(`${layout.fullName}() takes a dict as second arg, if any`);
  }
  checkLength(layout, given.length);
  const values = newFixedArray<W_Root>(layout.count, w_None);
  arrayCopy(given, 0, values, 0, given.length);
  if (w_dict instanceof W_Dict) fillFromDict(layout, values, given.length, w_dict);
  if (layout.fallbackStart >= 0) {
    for (let i = layout.fallbackStart, from = layout.fallbackFrom; from < layout.visible; i++, from++) {
      if (values[i] === w_None) values[i] = values[from];
    }
  }
  return split(w_type, layout.visible, values);
}

function checkLength(layout: StructSeqLayout, length: i32): void {
  const name = layout.fullName;
  if (layout.visible !== layout.count) {
    if (length < layout.visible) {
      throw typeError(`${name}() takes an at least ${layout.visible}-sequence (${length}-sequence given)`);
    }
    if (length > layout.count) {
      throw typeError(`${name}() takes an at most ${layout.count}-sequence (${length}-sequence given)`);
    }
  } else if (length !== layout.visible) {
    throw typeError(`${name}() takes a ${layout.visible}-sequence (${length}-sequence given)`);
  }
}

function fillFromDict(layout: StructSeqLayout, values: FixedArray<W_Root>, from: i32, w_dict: W_Dict): void {
  for (let i: i32 = 0; i < layout.names.length; i++) {
    const place = layout.places[i];
    if (place < from) continue;
    const w_value = w_dict.getStr(layout.names[i]);
    if (w_value !== null) values[place] = w_value;
  }
}

/** Elements are shown with the names in their order, also where an element itself has none. */
function structseqRepr(w_self: W_Root): W_Root {
  const self = w_self as W_StructSeq;
  const layout = LAYOUTS.get(type(w_self))!;
  const out = new StrBuilder();
  out.appendRts(layout.fullName);
  out.appendRts("(");
  for (let i: i32 = 0; i < layout.visible; i++) {
    if (i > 0) out.appendRts(", ");
    out.appendStr(layout.names[i]);
    out.appendRts("=");
    out.appendStr(repr(self.items[i]));
  }
  out.appendRts(")");
  return out.build();
}

function structseqReduce(w_self: W_Root): W_Root {
  const self = w_self as W_StructSeq;
  const layout = LAYOUTS.get(type(w_self))!;
  const w_dict = new W_Dict();
  for (let i: i32 = 0; i < layout.names.length; i++) {
    const place = layout.places[i];
    if (place >= layout.visible) w_dict.setStr(layout.names[i], self.field(place));
  }
  return newTuple2(type(w_self), newTuple2(newTuple(self.items), w_dict));
}

/** Getters by place. */
const GETTERS: Fn1[] = [
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(0),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(1),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(2),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(3),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(4),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(5),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(6),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(7),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(8),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(9),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(10),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(11),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(12),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(13),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(14),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(15),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(16),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(17),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(18),
  (w_self: W_Root): W_Root => (w_self as W_StructSeq).field(19),
];
