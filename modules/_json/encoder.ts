/** `_json.make_encoder`: writes values as JSON. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { call1, callMethod0 } from "../../core/objspace/call.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { floatRepr } from "../../core/objspace/float/mod.ts";
import { W_FloatBase } from "../../core/objspace/float.ts";
import { intText } from "../../core/objspace/int_text.ts";
import { newBool, w_False, W_Integer, w_True } from "../../core/objspace/int.ts";
import { unpackIterable } from "../../core/objspace/iteration.ts";
import { listOf, newEmptyList, W_List } from "../../core/objspace/list.ts";
import { sortList } from "../../core/objspace/list_sort.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { W_BuiltinFunction } from "../../core/objspace/builtin_function.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import { newTuple2, W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { dictType, moduleClass } from "../../core/objspace/types.ts";
import { appendString } from "./strings.ts";

export const encoderType: W_Type = moduleClass("Encoder", "_json");
const s_items: W_Str = internRts("items");
const s_null: W_Str = internRts("null");
const s_true: W_Str = internRts("true");
const s_false: W_Str = internRts("false");
const s_emptyObject: W_Str = internRts("{}");
const s_emptyArray: W_Str = internRts("[]");
const s_json: W_Str = internRts("_json");
const s_ascii: W_Str = internRts("encode_basestring_ascii");
const s_unicode: W_Str = internRts("encode_basestring");

/** How strings are written. */
enum Strings {
  Ascii,
  Unicode,
  /** By a function of the program. */
  Custom,
}

export class W_Encoder extends W_Object {
  w_markers: W_Root = w_None;
  w_default: W_Root = w_None;
  w_encoder: W_Root = w_None;
  w_indent: W_Root = w_None;
  w_keySeparator: W_Root = w_None;
  w_itemSeparator: W_Root = w_None;
  sortKeys: boolean = false;
  skipKeys: boolean = false;
  allowNan: boolean = true;
  strings: i32 = Strings.Custom;

  constructor(map: InstanceMap) {
    super(map);
  }
}

/** Writes one value. */
class Writer {
  readonly out: StrBuilder = new StrBuilder(64);
  private readonly w_encoder: W_Encoder;
  /** Objects that are being written, the outermost first: to find circles. */
  private open: FixedArray<W_Root | null> = newFixedArray<W_Root | null>(8, null);
  private depth: i32 = 0;

  constructor(w_encoder: W_Encoder) {
    this.w_encoder = w_encoder;
  }

  /** Notes that `w_obj` is being written. Throws ValueError when it is already. */
  private enter(w_obj: W_Root): void {
    const depth = this.depth;
    if (this.w_encoder.w_markers !== w_None) {
      for (let i = depth - 1; i >= 0; i--) {
        if (this.open[i] === w_obj) throw valueError("Circular reference detected");
      }
    }
    if (depth === this.open.length) {
      const more = newFixedArray<W_Root | null>(2 * depth, null);
      for (let i: i32 = 0; i < depth; i++) more[i] = this.open[i];
      this.open = more;
    }
    this.open[depth] = w_obj;
    this.depth = depth + 1;
  }

  private leave(): void {
    this.depth--;
    this.open[this.depth] = null;
  }

  write(w_obj: W_Root): void {
    const out = this.out;
    if (w_obj instanceof W_Str) this.string(w_obj);
    else if (w_obj === w_None) out.appendStr(s_null);
    else if (w_obj === w_True) out.appendStr(s_true);
    else if (w_obj === w_False) out.appendStr(s_false);
    else if (w_obj instanceof W_Integer) out.appendStr(intText(w_obj));
    else if (w_obj instanceof W_FloatBase) out.appendRts(this.floatText(w_obj));
    else if (w_obj instanceof W_Dict) this.dict(w_obj);
    else if (w_obj instanceof W_List) this.list(w_obj);
    else if (w_obj instanceof W_Tuple) this.tuple(w_obj);
    else this.other(w_obj);
  }

  private string(w_text: W_Str): void {
    const strings = this.w_encoder.strings;
    if (strings !== Strings.Custom) {
      appendString(this.out, w_text, strings === Strings.Ascii);
      return;
    }
    const w_encoded = call1(this.w_encoder.w_encoder, w_text);
    if (!(w_encoded instanceof W_Str)) {
      throw typeError(`encoder() must return a string, not ${typeName(w_encoded)}`);
    }
    this.out.appendStr(w_encoded);
  }

  private floatText(w_float: W_FloatBase): string {
    const x = w_float.value;
    if (Math.abs(x) < Infinity) return floatRepr(x);
    if (!this.w_encoder.allowNan) throw valueError("Out of range float values are not JSON compliant");
    return x !== x ? "NaN" : x > 0.0 ? "Infinity" : "-Infinity";
  }

  private other(w_obj: W_Root): void {
    this.enter(w_obj);
    this.write(call1(this.w_encoder.w_default, w_obj));
    this.leave();
  }

  private separator(): void {
    this.out.appendStr(this.w_encoder.w_itemSeparator as W_Str);
  }

  private list(w_list: W_List): void {
    if (w_list.length === 0) {
      this.out.appendStr(s_emptyArray);
      return;
    }
    this.enter(w_list);
    this.out.append(91);
    // What `default` does may change the list.
    for (let i: i32 = 0; i < w_list.length; i++) {
      if (i > 0) this.separator();
      this.write(w_list.getItem(i));
    }
    this.out.append(93);
    this.leave();
  }

  private tuple(w_tuple: W_Tuple): void {
    const items = w_tuple.items;
    if (items.length === 0) {
      this.out.appendStr(s_emptyArray);
      return;
    }
    this.enter(w_tuple);
    this.out.append(91);
    for (let i: i32 = 0; i < items.length; i++) {
      if (i > 0) this.separator();
      this.write(items[i]);
    }
    this.out.append(93);
    this.leave();
  }

  private dict(w_dict: W_Dict): void {
    if (w_dict.length === 0) {
      this.out.appendStr(s_emptyObject);
      return;
    }
    this.enter(w_dict);
    this.out.append(123);
    const isPlain = w_dict.map.w_type === dictType && !this.w_encoder.sortKeys;
    if (isPlain) this.plainItems(w_dict);
    else this.items(itemsOf(w_dict, this.w_encoder.sortKeys));
    this.out.append(125);
    this.leave();
  }

  /** The items of a dict that is not changed meanwhile: values that call functions take another way. */
  private plainItems(w_dict: W_Dict): void {
    const w_items = newEmptyList(w_dict.length);
    for (let place = w_dict.next(0); place >= 0; place = w_dict.next(place + 1)) {
      w_items.append(w_dict.keyAt(place));
      w_items.append(w_dict.valueAt(place));
    }
    let isFirst = true;
    for (let i: i32 = 0; i < w_items.length; i += 2) {
      if (this.pair(w_items.getItem(i), w_items.getItem(i + 1), isFirst)) isFirst = false;
    }
  }

  private items(w_items: W_List): void {
    let isFirst = true;
    for (let i: i32 = 0; i < w_items.length; i++) {
      const w_item = w_items.getItem(i);
      if (!(w_item instanceof W_Tuple) || w_item.items.length !== 2) {
        throw valueError("items must return 2-tuples");
      }
      if (this.pair(w_item.items[0], w_item.items[1], isFirst)) isFirst = false;
    }
  }

  /** Writes a key and its value; false when the key is left out. */
  private pair(w_key: W_Root, w_value: W_Root, isFirst: boolean): boolean {
    const w_text = this.keyText(w_key);
    if (w_text === null) return false;
    if (!isFirst) this.separator();
    this.string(w_text);
    this.out.appendStr(this.w_encoder.w_keySeparator as W_Str);
    this.write(w_value);
    return true;
  }

  /** A key as text; null when it is to be left out. Throws TypeError. */
  private keyText(w_key: W_Root): W_Str | null {
    if (w_key instanceof W_Str) return w_key;
    if (w_key instanceof W_FloatBase) return internedText(this.floatText(w_key));
    if (w_key === w_None) return s_null;
    if (w_key === w_True) return s_true;
    if (w_key === w_False) return s_false;
    if (w_key instanceof W_Integer) return intText(w_key);
    if (this.w_encoder.skipKeys) return null;
    throw typeError(`keys must be str, int, float, bool or None, not ${typeName(w_key)}`);
  }
}

function internedText(text: string): W_Str {
  const out = new StrBuilder(text.length);
  out.appendRts(text);
  return out.build();
}

/** The items of a mapping as tuples, sorted when that is asked for. */
function itemsOf(w_dict: W_Dict, sorted: boolean): W_List {
  const w_items = w_dict.map.w_type === dictType
    ? pairsOf(w_dict)
    : listOf(unpackIterable(callMethod0(w_dict, s_items)));
  if (sorted) sortList(w_items, w_None, false);
  return w_items;
}

function pairsOf(w_dict: W_Dict): W_List {
  const w_items = newEmptyList(w_dict.length);
  for (let place = w_dict.next(0); place >= 0; place = w_dict.next(place + 1)) {
    w_items.append(newTuple2(w_dict.keyAt(place), w_dict.valueAt(place)));
  }
  return w_items;
}

function encoderNew(scope: FixedArray<W_Root>): W_Root {
  const w_markers = scope[1];
  if (w_markers !== w_None && !(w_markers instanceof W_Dict)) {
    throw typeError(`make_encoder() argument 1 must be dict or None, not ${typeName(w_markers)}`);
  }
  const w_encoder = new W_Encoder((scope[0] as W_Type).instanceMap);
  w_encoder.w_markers = w_markers;
  w_encoder.w_default = scope[2];
  w_encoder.w_encoder = scope[3];
  w_encoder.w_indent = scope[4];
  w_encoder.w_keySeparator = textArgument(scope[5], 5);
  w_encoder.w_itemSeparator = textArgument(scope[6], 6);
  w_encoder.sortKeys = isTrue(scope[7]);
  w_encoder.skipKeys = isTrue(scope[8]);
  w_encoder.allowNan = isTrue(scope[9]);
  w_encoder.strings = stringsOf(scope[3]);
  return w_encoder;
}

function textArgument(w_text: W_Root, place: i32): W_Root {
  if (w_text instanceof W_Str) return w_text;
  throw typeError(`make_encoder() argument ${place} must be str, not ${typeName(w_text)}`);
}

/** Our own functions need not be called. */
function stringsOf(w_encoder: W_Root): i32 {
  if (!(w_encoder instanceof W_BuiltinFunction) || w_encoder.code.module !== s_json.toRts()) {
    return Strings.Custom;
  }
  if (w_encoder.code.name === s_ascii) return Strings.Ascii;
  return w_encoder.code.name === s_unicode ? Strings.Unicode : Strings.Custom;
}

function encoderCall(w_self: W_Root, w_obj: W_Root, _w_level: W_Root): W_Root {
  const writer = new Writer(w_self as W_Encoder);
  writer.write(w_obj);
  return listOf([writer.out.build()]);
}

const self = (w_self: W_Root): W_Encoder => w_self as W_Encoder;

define(encoderType, {
  doc: "_iterencode(obj, _current_indent_level) -> iterable",
  flags: TypeFlag.Base,
  new: {
    signature:
      "($cls, /, markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)",
    scope: encoderNew,
  },
  methods: { __call__: ["($self, /, obj, _current_indent_level)", encoderCall] },
  members: {
    markers: [(w_self: W_Root): W_Root => self(w_self).w_markers, null, null, "markers"],
    default: [(w_self: W_Root): W_Root => self(w_self).w_default, null, null, "default"],
    encoder: [(w_self: W_Root): W_Root => self(w_self).w_encoder, null, null, "encoder"],
    indent: [(w_self: W_Root): W_Root => self(w_self).w_indent, null, null, "indent"],
    key_separator: [(w_self: W_Root): W_Root => self(w_self).w_keySeparator, null, null, "key_separator"],
    item_separator: [(w_self: W_Root): W_Root => self(w_self).w_itemSeparator, null, null, "item_separator"],
    sort_keys: [(w_self: W_Root): W_Root => newBool(self(w_self).sortKeys), null, null, "sort_keys"],
    skipkeys: [(w_self: W_Root): W_Root => newBool(self(w_self).skipKeys), null, null, "skipkeys"],
  },
});
