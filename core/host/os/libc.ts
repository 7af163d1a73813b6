/**
 * The C library through FFI. Symbols are opened one by one when they are first used (0.2 ms each), so that a start
 * pays for what it calls only.
 *
 * `errno` is per thread, and calls are made on this thread: its address is asked for once.
 */

type Native = Deno.NativeType;
type Result = Deno.NativeResultType;
/** A symbol: parameters and result. */
export interface Prototype {
  readonly name: string;
  readonly params: readonly Native[];
  readonly result?: Result;
}
type Call = (...args: unknown[]) => number;

const LIBRARY = "libc.so.6";

/** A loaded C library. */
export class Libc {
  private readonly known = new Map<string, Call>();
  private readonly variables = new Map<string, Deno.UnsafePointerView>();
  private constructor(private readonly errnoCell: Int32Array) {}

  /** The library; null where FFI or the library is not to be had. */
  static open(): Libc | null {
    if (Deno.build.os !== "linux") return null;
    if (Deno.permissions.querySync({ name: "ffi" }).state !== "granted") return null;
    try {
      const { symbols } = Deno.dlopen(LIBRARY, {
        __errno_location: { parameters: [], result: "pointer" },
      });
      const cell = symbols.__errno_location() as Deno.PointerObject;
      return new Libc(new Int32Array(Deno.UnsafePointerView.getArrayBuffer(cell, 4)));
    } catch {
      return null;
    }
  }

  /** The number of the last error. */
  get errno(): number {
    return this.errnoCell[0];
  }
  set errno(value: number) {
    this.errnoCell[0] = value;
  }

  /** The function of a prototype. @throws when the library does not have it. */
  call({ name, params, result = "i32" }: Prototype): Call {
    let call = this.known.get(name);
    if (call === undefined) {
      const { symbols } = Deno.dlopen(LIBRARY, { [name]: { parameters: [...params], result } });
      call = symbols[name] as unknown as Call;
      this.known.set(name, call);
    }
    return call;
  }

  /** A variable of the library. @throws when it has none of this name. */
  variable(name: string): Deno.UnsafePointerView {
    let view = this.variables.get(name);
    if (view === undefined) {
      // FFI answers the address of a variable of pointer type, not its value.
      const { symbols } = Deno.dlopen(LIBRARY, { [name]: { type: "pointer" } });
      view = new Deno.UnsafePointerView(symbols[name] as Deno.PointerObject);
      this.variables.set(name, view);
    }
    return view;
  }
}

/** A path with the NUL that C wants. */
export function cstring(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(bytes.length + 1);
  text.set(bytes);
  return text;
}

/** The bytes before the NUL. */
export function untilNul(buffer: Uint8Array): Uint8Array {
  const end = buffer.indexOf(0);
  return end < 0 ? buffer.slice() : buffer.slice(0, end);
}

/** The bytes of a C string. */
export function stringAt(pointer: Deno.PointerValue): Uint8Array {
  if (pointer === null) return new Uint8Array(0);
  const view = new Deno.UnsafePointerView(pointer);
  let length = 0;
  while (view.getUint8(length) !== 0) length++;
  const bytes = new Uint8Array(length);
  view.copyInto(bytes);
  return bytes;
}

/** Texts that each end with a NUL. */
export function splitNul(block: Uint8Array): Uint8Array[] {
  const texts: Uint8Array[] = [];
  for (let start = 0; start < block.length;) {
    const end = block.indexOf(0, start);
    const stop = end < 0 ? block.length : end;
    texts.push(block.slice(start, stop));
    start = stop + 1;
  }
  return texts;
}

/** One block of the texts, each with a NUL. */
export function joinNul(texts: readonly Uint8Array[]): Uint8Array {
  const block = new Uint8Array(texts.reduce((sum, text) => sum + text.length + 1, 0));
  let at = 0;
  for (const text of texts) {
    block.set(text, at);
    at += text.length + 1;
  }
  return block;
}
