/**
 * What all hosts share: access to the program's memory, the pending text, and the functions that need nothing from
 * outside (numbers and mathematics). A host is a class with a method for every entry of `HOST_TABLE`.
 */
import { Border } from "./os/border.ts";
import type { Os } from "./os/calls.ts";
import { type HOST_TABLE, type HostName, MATH_FUNCTIONS } from "./table.ts";

type Signatures = typeof HOST_TABLE;
/** JavaScript's type of a value; an `i64` is a bigint. */
type JsValue<T> = T extends null ? void : T extends "i64" ? bigint : number;
/** A tuple of as many values. */
type Values<T extends readonly unknown[]> = { -readonly [K in keyof T]: JsValue<T[K]> };
/** JavaScript's view of the host table. */
export type HostFunctions = {
  [Name in HostName]: (
    ...args: Values<Signatures[Name]["params"]>
  ) => JsValue<Signatures[Name]["result"]>;
};

/** What an engine loads a program with. */
export interface Host extends HostFunctions {
  /** Tells where the program's memory is; called again never. `buffer` gives the current one. */
  attach(buffer: () => ArrayBuffer): void;
  /** Writes out what is buffered. */
  flush(): void;
}

/** Thrown by `host_panic`: an internal error of the program. See `PANIC_SITE` for what the numbers mean. */
export class Panic extends Error {
  override name = "Panic";
  constructor(readonly code: number, readonly a: number, readonly b: number) {
    super(`internal error ${code} (${a}, ${b})`);
  }
}

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });
/** Up to this length a text is put together unit by unit, which is faster than a decoder. */
const SHORT_TEXT = 32;
type Unary = (x: number) => number;
type Binary = (x: number, y: number) => number;
const MATH = MATH_FUNCTIONS.map((name) => Math[name]);

/** Base of hosts. */
export abstract class HostBase implements Host {
  private pending = "";
  private buffer: () => ArrayBuffer = () => {
    throw new Error("the host is not attached to a program");
  };

  constructor(private readonly args: readonly string[]) {}

  private viewed: ArrayBuffer | null = null;
  private view = new Uint16Array(0);

  attach(buffer: () => ArrayBuffer): void {
    this.buffer = buffer;
  }

  /** The program's memory by UTF-16 units, for immediate use. */
  private units(): Uint16Array {
    const buffer = this.buffer();
    if (buffer !== this.viewed) {
      this.viewed = buffer;
      this.view = new Uint16Array(buffer);
    }
    return this.view;
  }

  /** The program's memory, for immediate use. */
  protected memory(): ArrayBuffer {
    return this.buffer();
  }
  /** The text at an address. */
  protected text(address: number, units: number): string {
    if (units <= SHORT_TEXT) {
      const view = this.units();
      const start = address >>> 1;
      let text = "";
      for (let i = 0; i < units; i++) text += String.fromCharCode(view[start + i]);
      return text.toWellFormed(); // as the decoder does
    }
    return utf16.decode(new Uint8Array(this.buffer(), address >>> 0, units * 2));
  }
  /** Makes a text pending; its length. */
  protected give(text: string): number {
    this.pending = text;
    return text.length;
  }
  /** Makes the message of a failure pending; -1. */
  protected fail(error: unknown): number {
    this.pending = error instanceof Error ? error.message : String(error);
    return -1;
  }
  private copy(text: string, to: number): void {
    const units = this.units();
    const start = to >>> 1;
    for (let i = 0; i < text.length; i++) units[start + i] = text.charCodeAt(i);
  }

  abstract flush(): void;
  abstract host_write(fd: number, address: number, units: number): number;
  abstract host_read_file(address: number, units: number): number;
  abstract host_env(address: number, units: number): number;

  host_arg_count(): number {
    return this.args.length;
  }
  host_arg_length(index: number): number {
    return this.args[index].length;
  }
  host_arg_copy(index: number, to: number): void {
    this.copy(this.args[index], to);
  }
  host_pending_length(): number {
    return this.pending.length;
  }
  host_pending_copy(to: number): void {
    this.copy(this.pending, to);
    this.pending = "";
  }
  host_clock(): number {
    return performance.now();
  }
  host_f64_text(value: number): number {
    return this.give(String(value));
  }
  host_f64_fixed(value: number, digits: number): number {
    return this.give(value.toFixed(digits));
  }
  host_f64_parse(address: number, units: number): number {
    return Number(this.text(address, units));
  }
  host_math1(which: number, x: number): number {
    return (MATH[which] as Unary)(x);
  }
  host_math2(which: number, x: number, y: number): number {
    return (MATH[which] as Binary)(x, y);
  }
  host_f64_rem(x: number, y: number): number {
    return x % y;
  }
  host_discard(address: number, bytes: number): void {
    new Uint8Array(this.buffer(), address >>> 0, bytes >>> 0).fill(0);
  }
  private border: Border | null = null;
  /** The system behind `host_os`; asked for once. */
  protected abstract makeOs(): Os;
  private get system(): Border {
    return this.border ??= new Border(this.makeOs());
  }
  host_os(
    call: number,
    a: number,
    b: number,
    c: number,
    d: number,
    e: number,
    f: number,
    g: number,
  ): number {
    const { slots } = this.system;
    slots[0] = a;
    slots[1] = b;
    slots[2] = c;
    slots[3] = d;
    slots[4] = e;
    slots[5] = f;
    slots[6] = g;
    return this.system.narrow(call, this.buffer());
  }
  host_os_wide(call: number, a: number, b: number, c: number, value: bigint): bigint {
    const { slots } = this.system;
    slots[0] = a;
    slots[1] = b;
    slots[2] = c;
    return this.system.wide(call, this.buffer(), value);
  }
  host_os_take(to: number): void {
    this.system.take(this.buffer(), to);
  }
  /** Writes `Class: message` to standard error. */
  host_uncaught(cls: number, clsUnits: number, message: number, messageUnits: number): void {
    const text = this.text(message, messageUnits);
    this.writeError(`Uncaught ${this.text(cls, clsUnits)}${text === "" ? "" : `: ${text}`}\n`);
  }
  protected abstract writeError(text: string): void;
  host_panic(cause: number, a: number, b: number): never {
    this.flush();
    throw new Panic(cause, a, b);
  }
}
