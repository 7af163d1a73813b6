/** Reads marshalled objects: `marshal.loads`, `.pyc` files, and what the compiler service answers. Format version 4. */
import {
  type f64,
  f64FromBits,
  type FixedArray,
  type i32,
  i32ToI64,
  type i64,
  newFixedArray,
  parseF64,
} from "@rts";
import { W_Code } from "../../core/interpreter/code.ts";
import { RBigInt } from "../../core/objspace/bigint/mod.ts";
import { newBytes, W_Bytes } from "../../core/objspace/bytes.ts";
import { newComplex } from "../../core/objspace/complex.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { operationError, typeError, valueError } from "../../core/objspace/errors.ts";
import { eofErrorType } from "../../core/objspace/exception_types.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { newInt, newInt32, newLong, w_False, w_True } from "../../core/objspace/int.ts";
import { newEmptyList } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { newFrozenSet, newSet } from "../../core/objspace/set.ts";
import { w_Ellipsis, w_None } from "../../core/objspace/singletons.ts";
import { stopIterationType } from "../../core/objspace/exception_types.ts";
import { intern } from "../../core/objspace/str/intern.ts";
import { asciiStr, EMPTY, W_Str } from "../../core/objspace/str/wstr.ts";
import { utf8Decode } from "../../core/objspace/unicode/codec_utf8.ts";
import { type DecodeErrorHandler, decodeHandler } from "../../core/objspace/unicode/errors.ts";
import { newTuple, W_Tuple } from "../../core/objspace/tuple.ts";

const FLAG_REF: i32 = 0x80;
const SURROGATES: DecodeErrorHandler = decodeHandler("surrogatepass")!;
const MAX_DEPTH: i32 = 2000;
const LONG_SHIFT: i32 = 15;

/** A position in marshalled bytes, and the objects that later ones may refer to. */
export class MarshalReader {
  private readonly data: Uint8Array;
  at: i32;
  private readonly end: i32;
  private readonly refs: (W_Root | null)[] = [];
  private depth: i32 = 0;

  constructor(data: Uint8Array, start: i32, end: i32) {
    this.data = data;
    this.at = start;
    this.end = end;
  }

  /** Reads one object. Throws EOFError, ValueError, TypeError for broken data. */
  read(): W_Root {
    const w_obj = this.readOrNull();
    if (w_obj === null) throw typeError("NULL object in marshal data for object");
    return w_obj;
  }

  private byte(): i32 {
    if (this.at >= this.end) throw operationError(eofErrorType, "EOF read where object expected");
    return this.data[this.at++];
  }

  private need(count: i32): void {
    if (count < 0 || count > this.end - this.at) throw operationError(eofErrorType, "marshal data too short");
  }

  private short(): i32 {
    this.need(2);
    const value = this.data[this.at] | (this.data[this.at + 1] << 8);
    this.at += 2;
    return (value << 16) >> 16;
  }

  private long(): i32 {
    this.need(4);
    const at = this.at;
    this.at = at + 4;
    return this.data[at] | (this.data[at + 1] << 8) | (this.data[at + 2] << 16) | (this.data[at + 3] << 24);
  }

  private long64(): i64 {
    const low = this.long();
    const high = this.long();
    return (i32ToI64(high) << 32n) | (i32ToI64(low) & 0xffffffffn);
  }

  private bytes(count: i32): Uint8Array {
    this.need(count);
    const bytes = new Uint8Array(count);
    for (let i = 0; i < count; i++) bytes[i] = this.data[this.at + i];
    this.at += count;
    return bytes;
  }

  private size(what: string): i32 {
    const size = this.long();
    if (size < 0) throw valueError(`bad marshal data (${what} size out of range)`);
    return size;
  }

  private readOrNull(): W_Root | null {
    const code = this.byte();
    const kind = code & ~FLAG_REF;
    if (this.depth > MAX_DEPTH) throw valueError("recursion limit exceeded");
    this.depth++;
    const slot = (code & FLAG_REF) !== 0 && needsSlot(kind) ? this.reserve() : -1;
    const w_obj = this.readKind(kind, slot);
    this.depth--;
    if ((code & FLAG_REF) !== 0 && w_obj !== null) {
      if (slot >= 0) this.refs[slot] = w_obj;
      else this.refs.push(w_obj);
    }
    return w_obj;
  }

  private reserve(): i32 {
    this.refs.push(null);
    return this.refs.length - 1;
  }

  private readKind(kind: i32, slot: i32): W_Root | null {
    switch (kind) {
      case 0x30: // '0'
        return null;
      case 0x4e: // 'N'
        return w_None;
      case 0x53: // 'S'
        return stopIterationType;
      case 0x2e: // '.'
        return w_Ellipsis;
      case 0x46: // 'F'
        return w_False;
      case 0x54: // 'T'
        return w_True;
      case 0x69: // 'i'
        return newInt32(this.long());
      case 0x49: // 'I'
        return newInt(this.long64());
      case 0x6c: // 'l'
        return this.readLong();
      case 0x67: // 'g'
        return newFloat(f64FromBits(this.long64()));
      case 0x66: // 'f'
        return newFloat(this.textFloat());
      case 0x79: { // 'y'
        const real = f64FromBits(this.long64());
        return newComplex(real, f64FromBits(this.long64()));
      }
      case 0x78: { // 'x'
        const real = this.textFloat();
        return newComplex(real, this.textFloat());
      }
      case 0x73: // 's'
        return newBytes(this.bytes(this.size("bytes object")));
      case 0x7a: // 'z'
        return asciiStr(this.bytes(this.byte()));
      case 0x5a: // 'Z'
        return intern(asciiStr(this.bytes(this.byte())));
      case 0x61: // 'a'
        return asciiStr(this.bytes(this.size("string")));
      case 0x41: // 'A'
        return intern(asciiStr(this.bytes(this.size("string"))));
      case 0x75: // 'u'
        return utf8Decode(this.bytes(this.size("string")), SURROGATES, true).w_text;
      case 0x74: // 't'
        return intern(utf8Decode(this.bytes(this.size("string")), SURROGATES, true).w_text);
      case 0x29: // ')'
        return this.readTuple(this.byte());
      case 0x28: // '('
        return this.readTuple(this.size("tuple"));
      case 0x5b: // '['
        return this.readList(this.size("list"), slot);
      case 0x7b: // '{'
        return this.readDict(slot);
      case 0x3c: // '<'
      case 0x3e: // '>'
        return this.readSet(this.size("set"), kind === 0x3e, slot);
      case 0x63: // 'c'
        return this.readCode();
      case 0x72: // 'r'
        return this.readRef();
    }
    throw valueError("bad marshal data (unknown type code)");
  }

  private textFloat(): f64 {
    const bytes = this.bytes(this.byte());
    let text = "";
    for (let i = 0; i < bytes.length; i++) text += String.fromCharCode(bytes[i]);
    return parseF64(text);
  }

  /** Digits of 15 bits, the sign in their number. */
  private readLong(): W_Root {
    const count = this.long();
    const size = Math.abs(count);
    if (size > 0x7fffffff - 8) throw valueError("bad marshal data (long size out of range)");
    const digits = new Uint8Array(2 * size);
    this.need(2 * size);
    let bit: i32 = 0;
    for (let i = 0; i < size; i++) {
      const digit = this.short();
      if (digit < 0) throw valueError("bad marshal data (digit out of range in long)");
      placeBits(digits, bit, digit);
      bit += LONG_SHIFT;
    }
    if (size > 0 && this.data[this.at - 2] === 0 && this.data[this.at - 1] === 0) {
      throw valueError("bad marshal data (unnormalized long data)");
    }
    const value = RBigInt.fromBytes(digits, 0, digits.length, false, false);
    return newLong(count < 0 ? value.neg() : value);
  }

  private readTuple(count: i32): W_Root {
    if (count > this.end - this.at) throw operationError(eofErrorType, "marshal data too short");
    const items = newFixedArray<W_Root>(count, w_None);
    for (let i = 0; i < count; i++) items[i] = this.read();
    return newTuple(items);
  }

  private readList(count: i32, slot: i32): W_Root {
    const w_list = newEmptyList(0);
    if (slot >= 0) this.refs[slot] = w_list;
    for (let i = 0; i < count; i++) w_list.append(this.read());
    return w_list;
  }

  private readDict(slot: i32): W_Root {
    const w_dict = new W_Dict();
    if (slot >= 0) this.refs[slot] = w_dict;
    for (;;) {
      const w_key = this.readOrNull();
      if (w_key === null) return w_dict;
      const w_value = this.readOrNull();
      if (w_value === null) return w_dict;
      w_dict.set(w_key, w_value);
    }
  }

  private readSet(count: i32, isFrozen: boolean, slot: i32): W_Root {
    const w_set = isFrozen ? newFrozenSet() : newSet();
    if (slot >= 0 && !isFrozen) this.refs[slot] = w_set;
    for (let i = 0; i < count; i++) w_set.add(this.read());
    return w_set;
  }

  private readRef(): W_Root {
    const at = this.long();
    const w_obj = at >= 0 && at < this.refs.length ? this.refs[at] : null;
    if (w_obj === null) throw valueError("bad marshal data (invalid reference)");
    return w_obj;
  }

  private readCode(): W_Root {
    const argcount = this.long();
    const posonlyargcount = this.long();
    const kwonlyargcount = this.long();
    const nlocals = this.long();
    const stacksize = this.long();
    const flags = this.long();
    const w_code = this.readBytes();
    const consts = this.readItems();
    const names = this.readNames();
    const varnames = this.readNames();
    const freevars = this.readNames();
    const cellvars = this.readNames();
    const w_filename = this.readStr();
    const w_name = intern(this.readStr());
    const firstlineno = this.long();
    const w_linetable = this.readBytes();
    return new W_Code(
      argcount,
      posonlyargcount,
      kwonlyargcount,
      nlocals,
      stacksize,
      flags,
      w_code,
      consts,
      names,
      varnames,
      freevars,
      cellvars,
      w_filename,
      w_name,
      firstlineno,
      w_linetable,
    );
  }

  private readBytes(): W_Bytes {
    const w_obj = this.read();
    if (w_obj instanceof W_Bytes) return w_obj;
    throw valueError("bad marshal data (code object)");
  }

  private readStr(): W_Str {
    const w_obj = this.read();
    if (w_obj instanceof W_Str) return w_obj;
    throw valueError("bad marshal data (code object)");
  }

  private readItems(): FixedArray<W_Root> {
    const w_obj = this.read();
    if (w_obj instanceof W_Tuple) return w_obj.items;
    throw valueError("bad marshal data (code object)");
  }

  private readNames(): FixedArray<W_Str> {
    const items = this.readItems();
    const names = newFixedArray<W_Str>(items.length, EMPTY);
    for (let i = 0; i < items.length; i++) {
      const w_name = items[i];
      if (!(w_name instanceof W_Str)) throw valueError("bad marshal data (code object)");
      names[i] = intern(w_name);
    }
    return names;
  }
}

/** Containers that may hold themselves, and code: their number is taken before their contents are read. */
function needsSlot(kind: i32): boolean {
  return kind === 0x28 || kind === 0x29 || kind === 0x5b || kind === 0x7b || kind === 0x3c || kind === 0x3e ||
    kind === 0x63;
}

/** Puts 15 bits at a bit position of little-endian bytes. */
function placeBits(bytes: Uint8Array, bit: i32, digit: i32): void {
  const at = bit >> 3;
  const value = digit << (bit & 7);
  bytes[at] = bytes[at] | (value & 0xff);
  if (at + 1 < bytes.length) bytes[at + 1] = bytes[at + 1] | ((value >> 8) & 0xff);
  if (at + 2 < bytes.length) bytes[at + 2] = bytes[at + 2] | ((value >> 16) & 0xff);
}

/** The object that `data` holds; what follows it is ignored. */
export function unmarshal(data: Uint8Array): W_Root {
  return new MarshalReader(data, 0, data.length).read();
}
