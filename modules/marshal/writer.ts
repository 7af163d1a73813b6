/** Writes marshalled objects, as CPython's `marshal.dumps` does (versions 0 to 4). */
import { f64Bits, type i32, type i64, i64ToI32, shrU64 } from "@rts";
import { W_Code } from "../../core/interpreter/code.ts";
import { newBytes, W_Bytes } from "../../core/objspace/bytes.ts";
import { type } from "../../core/objspace/call.ts";
import { W_Complex } from "../../core/objspace/complex.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { valueError } from "../../core/objspace/errors.ts";
import { W_FloatBase } from "../../core/objspace/float.ts";
import { w_False, W_Integer, w_True } from "../../core/objspace/int.ts";
import { W_List } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { W_Set } from "../../core/objspace/set.ts";
import { w_Ellipsis, w_None } from "../../core/objspace/singletons.ts";
import { isInterned } from "../../core/objspace/str/intern.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { W_Tuple } from "../../core/objspace/tuple.ts";
import { ByteBuilder } from "../../core/objspace/unicode/bytebuilder.ts";
import { utf8Encode } from "../../core/objspace/unicode/codec_utf8.ts";
import { type EncodeErrorHandler, encodeHandler } from "../../core/objspace/unicode/errors.ts";
import { frozensetType } from "../../core/objspace/types.ts";
import { stopIterationType } from "../../core/objspace/exception_types.ts";

const SURROGATES: EncodeErrorHandler = encodeHandler("surrogatepass")!;
const FLAG_REF: i32 = 0x80;
const MAX_DEPTH: i32 = 2000;

/** Bytes being written, and the objects that stand in them already. */
export class MarshalWriter {
  private readonly out: ByteBuilder = new ByteBuilder();
  private readonly version: i32;
  private readonly refs: Map<W_Root, i32> = new Map<W_Root, i32>();
  private depth: i32 = 0;

  constructor(version: i32) {
    this.version = version;
  }

  /** What was written. */
  bytes(): Uint8Array {
    return this.out.build();
  }

  /** Writes one object. Throws ValueError for what cannot be marshalled. */
  write(w_obj: W_Root): void {
    if (this.depth > MAX_DEPTH) throw valueError("object too deeply nested to marshal");
    this.depth++;
    if (!this.writeSimple(w_obj) && !this.writeRef(w_obj)) this.writeComplex(w_obj);
    this.depth--;
  }

  private byte(value: i32): void {
    this.out.append(value & 0xff);
  }
  private short(value: i32): void {
    this.byte(value);
    this.byte(value >> 8);
  }
  private long(value: i32): void {
    this.short(value);
    this.short(value >> 16);
  }
  private long64(value: i64): void {
    this.long(i64ToI32(value));
    this.long(i64ToI32(shrU64(value, 32)));
  }
  private raw(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) this.out.append(bytes[i]);
  }

  private writeSimple(w_obj: W_Root): boolean {
    if (w_obj === w_None) this.byte(0x4e);
    else if (w_obj === w_True) this.byte(0x54);
    else if (w_obj === w_False) this.byte(0x46);
    else if (w_obj === w_Ellipsis) this.byte(0x2e);
    else if (w_obj === stopIterationType) this.byte(0x53);
    else return false;
    return true;
  }

  /** Refers to an object that was written before; else notes its number. */
  private writeRef(w_obj: W_Root): boolean {
    if (this.version < 3) return false;
    const known = this.refs.get(w_obj) ?? -1;
    if (known >= 0) {
      this.byte(0x72);
      this.long(known);
      return true;
    }
    this.refs.set(w_obj, this.refs.size);
    return false;
  }

  private kind(code: i32): void {
    this.byte(this.version >= 3 ? code | FLAG_REF : code);
  }

  private writeComplex(w_obj: W_Root): void {
    if (w_obj instanceof W_Integer && !type(w_obj).isHeap()) this.writeInt(w_obj);
    else if (w_obj instanceof W_FloatBase && !type(w_obj).isHeap()) {
      this.kind(0x67);
      this.long64(f64Bits(w_obj.value));
    } else if (w_obj instanceof W_Complex && !type(w_obj).isHeap()) {
      this.kind(0x79);
      this.long64(f64Bits(w_obj.real));
      this.long64(f64Bits(w_obj.imag));
    } else if (w_obj instanceof W_Str && !type(w_obj).isHeap()) this.writeStr(w_obj);
    else if (w_obj instanceof W_Bytes && !type(w_obj).isHeap()) this.writeBytes(w_obj.data);
    else if (w_obj instanceof W_Tuple && !type(w_obj).isHeap()) this.writeTuple(w_obj);
    else if (w_obj instanceof W_List && !type(w_obj).isHeap()) this.writeList(w_obj);
    else if (w_obj instanceof W_Dict && !type(w_obj).isHeap()) this.writeDict(w_obj);
    else if (w_obj instanceof W_Set && !type(w_obj).isHeap()) this.writeSet(w_obj);
    else if (w_obj instanceof W_Code) this.writeCode(w_obj);
    else throw valueError("unmarshallable object");
  }

  private writeInt(w_int: W_Integer): void {
    if (w_int.fitsI64()) {
      const value = w_int.asI64();
      if (value >= -0x80000000n && value <= 0x7fffffffn) {
        this.kind(0x69);
        this.long(i64ToI32(value));
        return;
      }
    }
    this.kind(0x6c);
    const big = w_int.asBigInt();
    const bits = big.bitLength();
    const count = ((bits + 14) / 15) | 0;
    const digits = big.abs().toBytes(2 * count + 2, false, false)!;
    this.long(big.sign < 0 ? -count : count);
    for (let i = 0; i < count; i++) this.short(bits15(digits, 15 * i));
  }

  private writeStr(w_str: W_Str): void {
    const interned = isInterned(w_str);
    if (this.version >= 4 && w_str.asciiOnly) {
      const isShort = w_str.length < 256;
      this.kind(isShort ? (interned ? 0x5a : 0x7a) : interned ? 0x41 : 0x61);
      if (isShort) this.byte(w_str.length);
      else this.long(w_str.length);
      for (let i = 0; i < w_str.length; i++) this.byte(w_str.charAt(i));
      return;
    }
    const bytes = utf8Encode(w_str, SURROGATES);
    this.kind(this.version >= 3 && interned ? 0x74 : 0x75);
    this.long(bytes.length);
    this.raw(bytes);
  }

  private writeBytes(data: Uint8Array): void {
    this.kind(0x73);
    this.long(data.length);
    this.raw(data);
  }

  private writeTuple(w_tuple: W_Tuple): void {
    const count = w_tuple.items.length;
    if (this.version >= 4 && count < 256) {
      this.kind(0x29);
      this.byte(count);
    } else {
      this.kind(0x28);
      this.long(count);
    }
    for (let i = 0; i < count; i++) this.write(w_tuple.items[i]);
  }

  private writeList(w_list: W_List): void {
    this.kind(0x5b);
    this.long(w_list.length);
    for (let i = 0; i < w_list.length; i++) this.write(w_list.getItem(i));
  }

  private writeDict(w_dict: W_Dict): void {
    this.kind(0x7b);
    for (let p = w_dict.next(0); p >= 0; p = w_dict.next(p + 1)) {
      this.write(w_dict.keyAt(p));
      this.write(w_dict.valueAt(p));
    }
    this.byte(0x30);
  }

  private writeSet(w_set: W_Set): void {
    this.kind(type(w_set) === frozensetType ? 0x3e : 0x3c);
    const items = w_set.items();
    this.long(items.length);
    for (let i = 0; i < items.length; i++) this.write(items[i]);
  }

  private writeCode(code: W_Code): void {
    this.kind(0x63);
    this.long(code.argcount);
    this.long(code.posonlyargcount);
    this.long(code.kwonlyargcount);
    this.long(code.nlocals);
    this.long(code.stacksize);
    this.long(code.flags);
    this.write(code.w_bytecode);
    this.write(code.constsTuple());
    this.write(code.namesTuple(code.names));
    this.write(code.namesTuple(code.varnames));
    this.write(code.namesTuple(code.freevars));
    this.write(code.namesTuple(code.cellvars));
    this.write(code.w_filename);
    this.write(code.name);
    this.long(code.firstlineno);
    this.write(code.w_linetable);
  }
}

/** 15 bits at a bit position of little-endian bytes. */
function bits15(bytes: Uint8Array, bit: i32): i32 {
  const at = bit >> 3;
  const value = bytes[at] | (bytes[at + 1] << 8) | (at + 2 < bytes.length ? bytes[at + 2] << 16 : 0);
  return (value >> (bit & 7)) & 0x7fff;
}

/** `marshal.dumps(w_obj, version)` as bytes. */
export function marshal(w_obj: W_Root, version: i32): Uint8Array {
  const writer = new MarshalWriter(version);
  writer.write(w_obj);
  return writer.bytes();
}

/** A `bytes` of it. */
export function marshalled(w_obj: W_Root, version: i32): W_Root {
  return newBytes(marshal(w_obj, version));
}
