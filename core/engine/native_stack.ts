/**
 * How much native stack there is: V8 does not say, and Deno's `node:v8` cannot change it at run time. A small
 * function that calls itself until the engine refuses tells.
 */
import { External, ModuleEncoder } from "../../translator/wasm/encoder.ts";
import { Op, Type } from "../../translator/wasm/opcodes.ts";
import { ByteWriter } from "../../translator/wasm/writer.ts";

/** Native bytes of a frame of the probe: V8 15 on 64-bit machines, measured with known stack sizes. */
const PROBE_FRAME = 48;

/** `depth = depth + 1; probe()`. */
function probeModule(): Uint8Array<ArrayBuffer> {
  const encoder = new ModuleEncoder();
  const probe = encoder.declareFunction(encoder.type([], null), "probe");
  const depth = encoder.defineGlobal(Type.i32, 0);
  encoder.export("probe", External.function, probe);
  encoder.export("depth", External.global, depth);
  const code = new ByteWriter(16);
  code.raw(new Uint8Array([Op.globalGet, depth, Op.i32Const, 1, Op.i32Add, Op.globalSet, depth]));
  code.raw(new Uint8Array([Op.call, probe, Op.end]));
  encoder.setBody(probe, [], code);
  return encoder.finish().bytes;
}

/** Bytes of native stack that are left to WebAssembly frames, about. Takes a millisecond for each megabyte, for the stack is touched. */
export function nativeStackBytes(): number {
  const { probe, depth } = new WebAssembly.Instance(new WebAssembly.Module(probeModule())).exports;
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    (probe as () => void)();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  } finally {
    Error.stackTraceLimit = limit;
  }
  return (depth as WebAssembly.Global).value * PROBE_FRAME;
}
