/** `_json.make_scanner`: reads values of JSON. */
import { type FixedArray, type i32, i32ToI64, type i64 } from "@rts";
import { getattr } from "../../core/objspace/attributes.ts";
import { call1 } from "../../core/objspace/call.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { overflowError, typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { floatOfText } from "../../core/objspace/float/parse.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { newBool, newInt, newInt32, w_False, w_True } from "../../core/objspace/int.ts";
import { intOfText } from "../../core/objspace/int_parse.ts";
import { newEmptyList } from "../../core/objspace/list.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, unitAt, W_Str } from "../../core/objspace/str/wstr.ts";
import { clampI32, index, indexClamped, isTrue } from "../../core/objspace/truth.ts";
import { newTuple2 } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { floatType, intType, moduleClass } from "../../core/objspace/types.ts";
import { decodeError, noValue } from "./errors.ts";
import { StringReader } from "./strings.ts";

export const scannerType: W_Type = moduleClass("Scanner", "_json");

const ATTRIBUTES: W_Str[] = [
  "strict",
  "object_hook",
  "object_pairs_hook",
  "parse_float",
  "parse_int",
  "parse_constant",
]
  .map((name) => internRts(name));

export class W_Scanner extends W_Object {
  strict: boolean = true;
  w_objectHook: W_Root = w_None;
  w_pairsHook: W_Root = w_None;
  w_parseFloat: W_Root = w_None;
  w_parseInt: W_Root = w_None;
  w_parseConstant: W_Root = w_None;

  constructor(map: InstanceMap) {
    super(map);
  }
}

const s_NaN: W_Str = fromRts("NaN");
const s_Infinity: W_Str = fromRts("Infinity");
const s_minusInfinity: W_Str = fromRts("-Infinity");

/** Reads the values of one text. */
class Reader {
  /** The place behind the value that was read last. */
  end: i32 = 0;
  private readonly w_scanner: W_Scanner;
  private readonly w_text: W_Str;
  private readonly kind: i32;
  private readonly data: object;
  private readonly length: i32;
  private readonly strings: StringReader;
  /** Keys of objects, so that equal ones are one object. */
  private readonly w_memo: W_Dict = new W_Dict();

  constructor(w_scanner: W_Scanner, w_text: W_Str) {
    this.w_scanner = w_scanner;
    this.w_text = w_text;
    this.kind = w_text.kind;
    this.data = w_text.data;
    this.length = w_text.length;
    this.strings = new StringReader(w_text, w_scanner.strict);
  }

  /** The character at `at`, -1 at the end. */
  private unit(at: i32): i32 {
    return at < this.length ? unitAt(this.kind, this.data, at) : -1;
  }

  private skipSpace(from: i32): i32 {
    let at = from;
    for (; at < this.length; at++) {
      const c = unitAt(this.kind, this.data, at);
      if (c !== 32 && c !== 10 && c !== 13 && c !== 9) break;
    }
    return at;
  }

  /** The value at `at`. Throws StopIteration where there is none. */
  value(at: i32): W_Root {
    if (at < 0) throw valueError("idx cannot be negative");
    switch (this.unit(at)) {
      case -1:
        throw noValue(at);
      case 34:
        return this.string(at + 1);
      case 123:
        return this.object(at + 1);
      case 91:
        return this.array(at + 1);
      case 110:
        return this.isWord(at, "null") ? w_None : this.number(at);
      case 116:
        return this.isWord(at, "true") ? w_True : this.number(at);
      case 102:
        return this.isWord(at, "false") ? w_False : this.number(at);
      case 78:
        return this.isWord(at, "NaN") ? this.constant(s_NaN) : this.number(at);
      case 73:
        return this.isWord(at, "Infinity") ? this.constant(s_Infinity) : this.number(at);
      case 45:
        return this.isWord(at, "-Infinity") ? this.constant(s_minusInfinity) : this.number(at);
      default:
        return this.number(at);
    }
  }

  private isWord(at: i32, word: string): boolean {
    for (let i: i32 = 0; i < word.length; i++) if (this.unit(at + i) !== word.charCodeAt(i)) return false;
    this.end = at + word.length;
    return true;
  }

  private constant(w_word: W_Str): W_Root {
    return call1(this.w_scanner.w_parseConstant, w_word);
  }

  private string(at: i32): W_Str {
    const w_string = this.strings.read(at);
    this.end = this.strings.end;
    return w_string;
  }

  private key(at: i32): W_Str {
    const w_key = this.string(at);
    const w_known = this.w_memo.get(w_key);
    if (w_known !== null) return w_known as W_Str;
    this.w_memo.set(w_key, w_key);
    return w_key;
  }

  private object(start: i32): W_Root {
    const w_scanner = this.w_scanner;
    const hasPairs = w_scanner.w_pairsHook !== w_None;
    const w_pairs = newEmptyList(0);
    const w_dict = new W_Dict();
    let at = this.skipSpace(start);
    if (this.unit(at) !== 125) {
      for (;;) {
        if (this.unit(at) !== 34) {
          throw decodeError("Expecting property name enclosed in double quotes", this.w_text, at);
        }
        const w_key = this.key(at + 1);
        at = this.skipSpace(this.end);
        if (this.unit(at) !== 58) throw decodeError("Expecting ':' delimiter", this.w_text, at);
        const w_value = this.value(this.skipSpace(at + 1));
        if (hasPairs) w_pairs.append(newTuple2(w_key, w_value));
        else w_dict.set(w_key, w_value);
        at = this.skipSpace(this.end);
        const c = this.unit(at);
        if (c === 125) break;
        if (c !== 44) throw decodeError("Expecting ',' delimiter", this.w_text, at);
        at = this.skipSpace(at + 1);
      }
    }
    this.end = at + 1;
    if (hasPairs) return this.hooked(w_scanner.w_pairsHook, w_pairs);
    return w_scanner.w_objectHook === w_None ? w_dict : this.hooked(w_scanner.w_objectHook, w_dict);
  }

  private hooked(w_hook: W_Root, w_value: W_Root): W_Root {
    const end = this.end;
    const w_result = call1(w_hook, w_value);
    this.end = end;
    return w_result;
  }

  private array(start: i32): W_Root {
    const w_list = newEmptyList(0);
    let at = this.skipSpace(start);
    if (this.unit(at) !== 93) {
      for (;;) {
        w_list.append(this.value(at));
        at = this.skipSpace(this.end);
        const c = this.unit(at);
        if (c === 93) break;
        if (c !== 44) throw decodeError("Expecting ',' delimiter", this.w_text, at);
        at = this.skipSpace(at + 1);
      }
    }
    this.end = at + 1;
    return w_list;
  }

  private skipDigits(from: i32): i32 {
    let at = from;
    while (isDigit(this.unit(at))) at++;
    return at;
  }

  private number(start: i32): W_Root {
    let at = start;
    if (this.unit(at) === 45) at++;
    const first = this.unit(at);
    if (first === 48) at++;
    else if (isDigit(first)) at = this.skipDigits(at + 1);
    else throw noValue(start);
    const whole = at;
    if (this.unit(at) === 46 && isDigit(this.unit(at + 1))) at = this.skipDigits(at + 2);
    at = this.skipExponent(at);
    this.end = at;
    return at === whole ? this.int(start, at) : this.float(start, at);
  }

  /** The place behind an exponent, or `at` where there is none. */
  private skipExponent(at: i32): i32 {
    if ((this.unit(at) | 32) !== 101) return at;
    const sign = this.unit(at + 1);
    const digits = sign === 43 || sign === 45 ? at + 2 : at + 1;
    const end = this.skipDigits(digits);
    return end > digits ? end : at;
  }

  private float(start: i32, end: i32): W_Root {
    const w_number = this.w_text.substring(start, end);
    const w_parse = this.w_scanner.w_parseFloat;
    return w_parse === floatType ? newFloat(floatOfText(w_number.toRts())) : this.hooked(w_parse, w_number);
  }

  private int(start: i32, end: i32): W_Root {
    const w_parse = this.w_scanner.w_parseInt;
    if (w_parse !== intType) return this.hooked(w_parse, this.w_text.substring(start, end));
    if (end - start > 18) return intOfText(this.w_text.substring(start, end), 10);
    const negative = this.unit(start) === 45;
    let value: i64 = 0n;
    for (let i = negative ? start + 1 : start; i < end; i++) {
      value = value * 10n + i32ToI64(this.unit(i) - 48);
    }
    return newInt(negative ? -value : value);
  }
}

function isDigit(c: i32): boolean {
  return c >= 48 && c <= 57;
}

function scannerNew(w_cls: W_Root, w_context: W_Root): W_Root {
  const w_scanner = new W_Scanner((w_cls as W_Type).instanceMap);
  w_scanner.strict = isTrue(getattr(w_context, ATTRIBUTES[0]));
  w_scanner.w_objectHook = getattr(w_context, ATTRIBUTES[1]);
  w_scanner.w_pairsHook = getattr(w_context, ATTRIBUTES[2]);
  w_scanner.w_parseFloat = getattr(w_context, ATTRIBUTES[3]);
  w_scanner.w_parseInt = getattr(w_context, ATTRIBUTES[4]);
  w_scanner.w_parseConstant = getattr(w_context, ATTRIBUTES[5]);
  return w_scanner;
}

function scannerCall(w_self: W_Root, w_text: W_Root, w_place: W_Root): W_Root {
  const place = indexClamped(w_place);
  if (!(w_text instanceof W_Str)) throw typeError(`first argument must be a string, not ${typeName(w_text)}`);
  const reader = new Reader(w_self as W_Scanner, w_text);
  const w_value = reader.value(place);
  return newTuple2(w_value, newInt32(reader.end));
}

/** `scanstring(string, end, strict=True)`. */
export function scanstring(scope: FixedArray<W_Root>): W_Root {
  const w_text = scope[0];
  const w_end = index(scope[1]);
  if (!w_end.fitsI64()) throw overflowError("Python int too large to convert to C ssize_t");
  const end = clampI32(w_end.asI64());
  if (!(w_text instanceof W_Str)) throw typeError(`first argument must be a string, not ${typeName(w_text)}`);
  const reader = new StringReader(w_text, isTrue(scope[2]));
  const w_string = reader.read(end);
  return newTuple2(w_string, newInt32(reader.end));
}

const self = (w_self: W_Root): W_Scanner => w_self as W_Scanner;

define(scannerType, {
  doc: "JSON scanner object",
  flags: TypeFlag.Base,
  new: ["($cls, /, context)", scannerNew],
  methods: { __call__: ["($self, /, string, idx)", scannerCall] },
  members: {
    strict: [(w_self: W_Root): W_Root => newBool(self(w_self).strict), null, null, "strict"],
    object_hook: [(w_self: W_Root): W_Root => self(w_self).w_objectHook, null, null, "object_hook"],
    object_pairs_hook: [
      (w_self: W_Root): W_Root => self(w_self).w_pairsHook,
      null,
      null,
      "object_pairs_hook",
    ],
    parse_float: [(w_self: W_Root): W_Root => self(w_self).w_parseFloat, null, null, "parse_float"],
    parse_int: [(w_self: W_Root): W_Root => self(w_self).w_parseInt, null, null, "parse_int"],
    parse_constant: [(w_self: W_Root): W_Root => self(w_self).w_parseConstant, null, null, "parse_constant"],
  },
});
