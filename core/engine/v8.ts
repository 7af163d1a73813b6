/**
 * The engine that Deno has inside: V8's `WebAssembly`.
 *
 * V8 compiles a function with its baseline compiler when it is first called, and with the optimizing one when it has
 * run for a while; docs/engines.md says what its flags change, measured. The native stack is what it is when the
 * process starts, so loading an image moves the limit of the shadow stack to where the shadow stack ends first.
 */
import { NATIVE_RATIO } from "../../translator/layout/stack.ts";
import type { Image } from "../../translator/wasm/image.ts";
import type { Host } from "../host/common.ts";
import { HOST_TABLE, type HostName } from "../host/table.ts";
import { codeOffsets, describeFailure, describeFrames } from "./backtrace.ts";
import { nativeStackBytes } from "./native_stack.ts";
import { type Engine, type Instance, InternalError, type MemoryViews, type Value } from "./engine.ts";

/** Frames of a backtrace. */
const MAX_FRAMES = 50;

/** Native stack that host functions and functions that do not check the stack may use. */
const NATIVE_RESERVE = 96 * 1024;

/** Views that are made anew when the memory has grown. */
class Views implements MemoryViews {
  private current: ArrayBuffer;
  private views: Omit<MemoryViews, "buffer">;

  constructor(private readonly memory: WebAssembly.Memory) {
    this.current = bufferOf(memory);
    this.views = viewsOf(this.current);
  }
  private get fresh(): Omit<MemoryViews, "buffer"> {
    const { buffer } = this;
    if (buffer !== this.current) {
      this.current = buffer;
      this.views = viewsOf(buffer);
    }
    return this.views;
  }
  get buffer(): ArrayBuffer {
    return bufferOf(this.memory);
  }
  get u8(): Uint8Array {
    return this.fresh.u8;
  }
  get u16(): Uint16Array {
    return this.fresh.u16;
  }
  get i32(): Int32Array {
    return this.fresh.i32;
  }
  get u32(): Uint32Array {
    return this.fresh.u32;
  }
  get i64(): BigInt64Array {
    return this.fresh.i64;
  }
  get f64(): Float64Array {
    return this.fresh.f64;
  }
}

function viewsOf(buffer: ArrayBuffer): Omit<MemoryViews, "buffer"> {
  return {
    u8: new Uint8Array(buffer),
    u16: new Uint16Array(buffer),
    i32: new Int32Array(buffer),
    u32: new Uint32Array(buffer),
    i64: new BigInt64Array(buffer),
    f64: new Float64Array(buffer),
  };
}

/** The buffer of a memory that is not shared. */
function bufferOf(memory: WebAssembly.Memory): ArrayBuffer {
  return memory.buffer as ArrayBuffer;
}

type WasmFunction = (...args: Value[]) => Value | undefined;

/** The host's functions as imports. */
function importsOf(host: Host): WebAssembly.ModuleImports {
  const names = Object.keys(HOST_TABLE) as HostName[];
  return Object.fromEntries(
    names.map((name) => [name, (host[name] as (...args: number[]) => unknown).bind(host)]),
  );
}

class V8Instance implements Instance {
  readonly memory: MemoryViews;
  private readonly exports: WebAssembly.Exports;
  private readonly stackStart: number;

  constructor(readonly image: Image, private readonly host: Host, nativeStack: number) {
    const module = new WebAssembly.Module(image.wasm);
    this.exports = new WebAssembly.Instance(module, { host: importsOf(host) }).exports;
    const memory = this.exports.memory as WebAssembly.Memory;
    this.memory = new Views(memory);
    this.stackStart = image.metadata.constants.stackStart;
    host.attach(() => bufferOf(memory));
    this.limitStack(nativeStack);
  }

  /** Programs get StackOverflowError, which they can catch, before the native stack is full. */
  private limitStack(nativeStack: number): void {
    const native = Math.max(0, nativeStack - NATIVE_RESERVE);
    const limit = this.stackStart + Math.floor(native / NATIVE_RATIO);
    this.setGlobal("stackLimit", Math.min(limit, this.getGlobal("stackLimit")));
  }

  call(name: string, ...args: Value[]): Value | undefined {
    const info = this.image.metadata.exports[name];
    if (info === undefined) throw new Error(`the image does not export ${name}`);
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = MAX_FRAMES;
    try {
      return (this.exports[name] as WasmFunction)(...args, ...(info.sp ? [this.stackStart] : []));
    } catch (error) {
      throw this.explained(error);
    } finally {
      Error.stackTraceLimit = limit;
    }
  }

  /** An error of the program as {@link InternalError}; others as they are. */
  private explained(error: unknown): unknown {
    const cause = describeFailure(this.image, error);
    if (cause === null) return error;
    this.host.flush();
    return new InternalError(cause, describeFrames(this.image, codeOffsets((error as Error).stack ?? "")));
  }

  getGlobal(name: string): number {
    return (this.exports[name] as WebAssembly.Global).value;
  }
  setGlobal(name: string, value: number): void {
    (this.exports[name] as WebAssembly.Global).value = value;
  }
}

/** V8's WebAssembly. */
export const v8Engine: Engine = {
  name: "v8",
  load: (image, host, nativeStack) => new V8Instance(image, host, nativeStack ?? nativeStackBytes()),
};
