/**
 * Writes values in the format of `marshal`, version 4.
 *
 * Every string is written once and referred to afterwards; other values are written out each time. Names, and
 * string constants that could be names, are marked as interned, as Python interns them.
 */
import type { CodeObject } from "../code.ts";
import { DIGIT_BITS, FLAG_REF, Type } from "./format.ts";
import type { MarshalValue } from "./values.ts";

const NAME = /^[A-Za-z0-9_]*$/;
// deno-lint-ignore no-control-regex
const ASCII = /^[\x00-\x7f]*$/;

/** The bytes of a value. */
export function dumps(value: MarshalValue): Uint8Array {
  const writer = new Writer();
  writer.value(value);
  return writer.finish();
}

class Writer {
  private bytes = new Uint8Array(1024);
  private view = new DataView(this.bytes.buffer);
  private at = 0;
  private readonly strings: Map<string, number> = new Map();

  finish(): Uint8Array {
    return this.bytes.slice(0, this.at);
  }

  private reserve(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.at + count));
    grown.set(this.bytes);
    this.bytes = grown;
    this.view = new DataView(grown.buffer);
  }

  private byte(value: number): void {
    this.reserve(1);
    this.bytes[this.at++] = value;
  }

  private long(value: number): void {
    this.reserve(4);
    this.view.setInt32(this.at, value, true);
    this.at += 4;
  }

  private double(value: number): void {
    this.reserve(8);
    this.view.setFloat64(this.at, value, true);
    this.at += 8;
  }

  private data(data: Uint8Array): void {
    this.reserve(data.length);
    this.bytes.set(data, this.at);
    this.at += data.length;
  }

  value(value: MarshalValue): void {
    switch (value.type) {
      case "None":
        return this.byte(Type.NONE);
      case "bool":
        return this.byte(value.value ? Type.TRUE : Type.FALSE);
      case "Ellipsis":
        return this.byte(Type.ELLIPSIS);
      case "StopIteration":
        return this.byte(Type.STOP_ITERATION);
      case "int":
        return this.int(value.value);
      case "float":
        this.byte(Type.BINARY_FLOAT);
        return this.double(value.value);
      case "complex":
        this.byte(Type.BINARY_COMPLEX);
        this.double(value.real);
        return this.double(value.imag);
      case "str":
        if (value.codePoints !== undefined) return this.codePoints(value.codePoints);
        return this.string(value.value, NAME.test(value.value));
      case "bytes":
        this.byte(Type.BYTES);
        this.long(value.value.length);
        return this.data(value.value);
      case "code":
        return this.code(value);
      default:
        return this.collection(value);
    }
  }

  private collection(value: MarshalValue): void {
    switch (value.type) {
      case "tuple":
        if (value.items.length < 256) {
          this.byte(Type.SMALL_TUPLE);
          this.byte(value.items.length);
          return this.items(value.items);
        }
        return this.sized(Type.TUPLE, value.items);
      case "list":
        return this.sized(Type.LIST, value.items);
      case "set":
        return this.sized(Type.SET, value.items);
      case "frozenset":
        return this.sized(Type.FROZENSET, value.items);
      case "dict":
        this.byte(Type.DICT);
        for (const [key, item] of value.entries) {
          this.value(key);
          this.value(item);
        }
        this.byte(Type.NULL);
    }
  }

  private sized(type: number, items: readonly MarshalValue[]): void {
    this.byte(type);
    this.long(items.length);
    this.items(items);
  }

  private items(items: readonly MarshalValue[]): void {
    for (let i = 0; i < items.length; i++) this.value(items[i]!);
  }

  private int(value: bigint): void {
    if (value >= -0x80000000n && value <= 0x7fffffffn) {
      this.byte(Type.INT);
      return this.long(Number(value));
    }
    const digits: number[] = [];
    const bits = (value < 0n ? -value : value).toString(2);
    for (let end = bits.length; end > 0; end -= DIGIT_BITS) {
      digits.push(parseInt(bits.slice(Math.max(end - DIGIT_BITS, 0), end), 2));
    }
    this.byte(Type.LONG);
    this.long(value < 0n ? -digits.length : digits.length);
    for (const digit of digits) {
      this.byte(digit & 0xff);
      this.byte(digit >> 8);
    }
  }

  private string(text: string, interned: boolean): void {
    const index = this.strings.get(text);
    if (index !== undefined) {
      this.byte(Type.REF);
      return this.long(index);
    }
    this.strings.set(text, this.strings.size);
    if (!ASCII.test(text)) {
      this.byte((interned ? Type.INTERNED : Type.UNICODE) | FLAG_REF);
      return this.utf8(text);
    }
    if (text.length < 256) {
      this.byte((interned ? Type.SHORT_ASCII_INTERNED : Type.SHORT_ASCII) | FLAG_REF);
      this.byte(text.length);
    } else {
      this.byte((interned ? Type.ASCII_INTERNED : Type.ASCII) | FLAG_REF);
      this.long(text.length);
    }
    this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.bytes[this.at++] = text.charCodeAt(i);
  }

  private utf8(text: string): void {
    const points: number[] = [];
    for (const character of text) points.push(character.codePointAt(0)!);
    this.encoded(points);
  }

  /** Text that a string cannot hold: never shared. */
  private codePoints(points: readonly number[]): void {
    this.byte(Type.UNICODE);
    this.encoded(points);
  }

  /** UTF-8 that lets surrogates through. */
  private encoded(points: readonly number[]): void {
    const size = this.at;
    this.long(0);
    for (const point of points) {
      this.reserve(4);
      if (point < 0x80) {
        this.bytes[this.at++] = point;
      } else if (point < 0x800) {
        this.bytes[this.at++] = 0xc0 | (point >> 6);
        this.bytes[this.at++] = 0x80 | (point & 0x3f);
      } else {
        if (point < 0x10000) {
          this.bytes[this.at++] = 0xe0 | (point >> 12);
        } else {
          this.bytes[this.at++] = 0xf0 | (point >> 18);
          this.bytes[this.at++] = 0x80 | ((point >> 12) & 0x3f);
        }
        this.bytes[this.at++] = 0x80 | ((point >> 6) & 0x3f);
        this.bytes[this.at++] = 0x80 | (point & 0x3f);
      }
    }
    this.view.setInt32(size, this.at - size - 4, true);
  }

  private names(names: readonly string[]): void {
    if (names.length < 256) {
      this.byte(Type.SMALL_TUPLE);
      this.byte(names.length);
    } else {
      this.byte(Type.TUPLE);
      this.long(names.length);
    }
    for (let i = 0; i < names.length; i++) this.string(names[i]!, true);
  }

  private code(code: CodeObject): void {
    this.byte(Type.CODE);
    this.long(code.argcount);
    this.long(code.posonlyargcount);
    this.long(code.kwonlyargcount);
    this.long(code.nlocals);
    this.long(code.stacksize);
    this.long(code.flags);
    this.value({ type: "bytes", value: code.code });
    this.collection({ type: "tuple", items: code.consts });
    this.names(code.names);
    this.names(code.varnames);
    this.names(code.freevars);
    this.names(code.cellvars);
    this.string(code.filename, false);
    this.string(code.name, true);
    this.long(code.firstlineno);
    this.value({ type: "bytes", value: code.linetable });
  }
}
