/** Reads values in the format of `marshal`, versions 0 to 4. */
import type { CodeConstant, CodeObject } from "../code.ts";
import { PyError } from "../errors.ts";
import { stringOf } from "../optimize/sequences.ts";
import { DIGIT_BITS, FLAG_REF, Type } from "./format.ts";
import { type MarshalValue, NONE } from "./values.ts";

const MAX_DEPTH = 2000;

/** The value that the bytes begin with. Throws `EOFError` or `ValueError` as {@link PyError}. */
export function loads(bytes: Uint8Array, maxDepth: number = MAX_DEPTH): MarshalValue {
  return new Reader(bytes, maxDepth).value();
}

class Reader {
  private readonly view: DataView;
  private at = 0;
  private depth = 0;
  private readonly refs: MarshalValue[] = [];

  constructor(private readonly bytes: Uint8Array, private readonly maxDepth: number) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  private need(count: number): number {
    const at = this.at;
    if (count < 0) throw bad("size out of range");
    if (at + count > this.bytes.length) throw new PyError("EOFError", "marshal data too short");
    this.at = at + count;
    return at;
  }

  private byte(): number {
    return this.bytes[this.need(1)]!;
  }

  private long(): number {
    return this.view.getInt32(this.need(4), true);
  }

  private double(): number {
    return this.view.getFloat64(this.need(8), true);
  }

  private data(size: number): Uint8Array {
    const at = this.need(size);
    return this.bytes.slice(at, at + size);
  }

  value(): MarshalValue {
    const value = this.object();
    if (value === null) throw bad("NULL object in marshal data for object");
    return value;
  }

  private object(): MarshalValue | null {
    const byte = this.byte();
    const type = byte & ~FLAG_REF;
    const isRef = (byte & FLAG_REF) !== 0;
    if (++this.depth > this.maxDepth) throw bad("recursion limit exceeded");
    // Collections take their number before their items do.
    const slot = isRef ? this.refs.length : -1;
    if (isRef) this.refs.push(NONE);
    const value = this.ofType(type);
    if (isRef && value !== null) this.refs[slot] = value;
    this.depth--;
    return value;
  }

  private ofType(type: number): MarshalValue | null {
    switch (type) {
      case Type.NULL:
        return null;
      case Type.NONE:
        return NONE;
      case Type.TRUE:
        return { type: "bool", value: true };
      case Type.FALSE:
        return { type: "bool", value: false };
      case Type.ELLIPSIS:
        return { type: "Ellipsis" };
      case Type.STOP_ITERATION:
        return { type: "StopIteration" };
      case Type.REF: {
        const value = this.refs[this.long()];
        if (value === undefined) throw bad("invalid reference");
        return value;
      }
      case Type.CODE:
        return this.code();
      default:
        return this.string(type) ?? this.number(type) ?? this.collection(type);
    }
  }

  private string(type: number): MarshalValue | null {
    switch (type) {
      case Type.SHORT_ASCII:
      case Type.SHORT_ASCII_INTERNED:
        return { type: "str", value: this.latin1(this.byte()) };
      case Type.ASCII:
      case Type.ASCII_INTERNED:
        return { type: "str", value: this.latin1(this.long()) };
      case Type.UNICODE:
      case Type.INTERNED:
        return decodeUtf8(this.data(this.long()));
      case Type.BYTES:
        return { type: "bytes", value: this.data(this.long()) };
      default:
        return null;
    }
  }

  private latin1(size: number): string {
    const at = this.need(size);
    let text = "";
    for (let i = at; i < at + size; i++) text += String.fromCharCode(this.bytes[i]!);
    return text;
  }

  private number(type: number): MarshalValue | null {
    switch (type) {
      case Type.INT:
        return { type: "int", value: BigInt(this.long()) };
      case Type.INT64:
        return { type: "int", value: this.view.getBigInt64(this.need(8), true) };
      case Type.LONG:
        return { type: "int", value: this.bigint() };
      case Type.BINARY_FLOAT:
        return { type: "float", value: this.double() };
      case Type.FLOAT:
        return { type: "float", value: parseFloatText(this.latin1(this.byte())) };
      case Type.BINARY_COMPLEX:
        return { type: "complex", real: this.double(), imag: this.double() };
      case Type.COMPLEX: {
        const real = parseFloatText(this.latin1(this.byte()));
        return { type: "complex", real, imag: parseFloatText(this.latin1(this.byte())) };
      }
      default:
        return null;
    }
  }

  private bigint(): bigint {
    const size = this.long();
    const at = this.need(Math.abs(size) * 2);
    let bits = "0b";
    for (let i = Math.abs(size) - 1; i >= 0; i--) {
      const digit = this.view.getUint16(at + i * 2, true);
      if (digit >> DIGIT_BITS) throw bad("digit out of range in long");
      bits += digit.toString(2).padStart(DIGIT_BITS, "0");
    }
    if (size === 0) return 0n;
    return size < 0 ? -BigInt(bits) : BigInt(bits);
  }

  private collection(type: number): MarshalValue {
    switch (type) {
      case Type.SMALL_TUPLE:
        return { type: "tuple", items: this.items(this.byte()) };
      case Type.TUPLE:
        return { type: "tuple", items: this.items(this.long()) };
      case Type.LIST:
        return { type: "list", items: this.items(this.long()) };
      case Type.SET:
        return { type: "set", items: this.items(this.long()) };
      case Type.FROZENSET:
        return { type: "frozenset", items: this.items(this.long()) };
      case Type.DICT:
        return this.dict();
      default:
        throw bad("unknown type code");
    }
  }

  private items(count: number): MarshalValue[] {
    if (count < 0) throw bad("size out of range");
    const items: MarshalValue[] = [];
    for (let i = 0; i < count; i++) items.push(this.value());
    return items;
  }

  private dict(): MarshalValue {
    const entries: [MarshalValue, MarshalValue][] = [];
    for (let key = this.object(); key !== null; key = this.object()) {
      const value = this.object();
      if (value === null) break;
      entries.push([key, value]);
    }
    return { type: "dict", entries };
  }

  private code(): CodeObject {
    return {
      type: "code",
      argcount: this.long(),
      posonlyargcount: this.long(),
      kwonlyargcount: this.long(),
      nlocals: this.long(),
      stacksize: this.long(),
      flags: this.long(),
      code: this.bytesValue(),
      consts: this.tupleItems() as CodeConstant[],
      names: this.names(),
      varnames: this.names(),
      freevars: this.names(),
      cellvars: this.names(),
      filename: this.text(),
      name: this.text(),
      firstlineno: this.long(),
      linetable: this.bytesValue(),
    };
  }

  private bytesValue(): Uint8Array {
    const value = this.value();
    if (value.type !== "bytes") throw bad("expected bytes");
    return value.value;
  }

  private tupleItems(): readonly MarshalValue[] {
    const value = this.value();
    if (value.type !== "tuple") throw bad("expected a tuple");
    return value.items;
  }

  private text(): string {
    const value = this.value();
    if (value.type !== "str") throw bad("expected a string");
    return value.value;
  }

  private names(): string[] {
    return this.tupleItems().map((item) => {
      if (item.type !== "str") throw bad("expected a string");
      return item.value;
    });
  }
}

function bad(what: string): PyError {
  return new PyError("ValueError", `bad marshal data (${what})`);
}

function parseFloatText(text: string): number {
  const lower = text.toLowerCase();
  if (lower.endsWith("nan")) return NaN;
  if (lower.includes("inf")) return lower.startsWith("-") ? -Infinity : Infinity;
  return Number(text);
}

const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 that may hold surrogates. */
function decodeUtf8(bytes: Uint8Array): MarshalValue {
  try {
    return { type: "str", value: STRICT_UTF8.decode(bytes) };
  } catch {
    return stringOf(decodeWithSurrogates(bytes));
  }
}

function decodeWithSurrogates(bytes: Uint8Array): number[] {
  const points: number[] = [];
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i]!;
    const size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let point = size === 1 ? first : first & (0xff >> (size + 1));
    for (let j = 1; j < size; j++) point = (point << 6) | (bytes[i + j]! & 0x3f);
    points.push(point);
    i += size;
  }
  return points;
}
