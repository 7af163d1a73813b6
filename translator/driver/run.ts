/** Runs images: exported functions one by one, or a whole program with its output captured. */
import { type Engine, type Instance, InternalError, type Value } from "../../core/engine/engine.ts";
import { v8Engine } from "../../core/engine/v8.ts";
import type { Host } from "../../core/host/common.ts";
import { DenoHost } from "../../core/host/deno.ts";
import { MemoryHost } from "../../core/host/memory.ts";
import { LENGTH_OFFSET } from "../layout/classes.ts";
import { STRING_BASE } from "../layout/prebuilts.ts";
import type { Image } from "../wasm/image.ts";

/** Exit code of a program that an internal error ended: a failed check, a trap, a corrupt heap. */
export const EXIT_INTERNAL = 70;

/** Where a type info holds the address of its name. */
const TYPE_INFO_NAME = 16;

/** An RTS exception that an exported function left uncaught. */
export class UncaughtException extends Error {
  override name = "UncaughtException";
  constructor(readonly className: string, readonly exceptionMessage: string) {
    super(exceptionMessage === "" ? className : `${className}: ${exceptionMessage}`);
  }
}

/** Reads the prebuilt or collected string at `address`. */
function readString({ memory }: Instance, address: number): string {
  const at = address >>> 0;
  const length = memory.i32[(at + LENGTH_OFFSET) >>> 2];
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(
    new Uint8Array(memory.buffer, at + STRING_BASE, length * 2),
  );
}

/** Takes the pending exception; null when there is none. */
function takeException(instance: Instance): UncaughtException | null {
  const address = instance.getGlobal("exception") >>> 0;
  if (address === 0) return null;
  instance.setGlobal("exception", 0);
  const { u32 } = instance.memory;
  const name = readString(instance, u32[(u32[address >>> 2] + TYPE_INFO_NAME) >>> 2]);
  const message = u32[(address + instance.image.metadata.constants.exceptionMessage) >>> 2];
  return new UncaughtException(name, message === 0 ? "" : readString(instance, message));
}

/** An instance whose calls throw what the program left uncaught, and write out what it printed. */
class Program implements Instance {
  constructor(private readonly inner: Instance, private readonly host: Host) {}

  get image(): Image {
    return this.inner.image;
  }
  get memory(): Instance["memory"] {
    return this.inner.memory;
  }
  call(name: string, ...args: Value[]): Value | undefined {
    try {
      const result = this.inner.call(name, ...args);
      const exception = takeException(this.inner);
      if (exception !== null) throw exception;
      return result;
    } finally {
      this.host.flush();
    }
  }
  getGlobal(name: string): number {
    return this.inner.getGlobal(name);
  }
  setGlobal(name: string, value: number): void {
    this.inner.setGlobal(name, value);
  }
}

/**
 * Loads `image` and starts its collector.
 *
 * Calls of the instance throw {@link UncaughtException} for an RTS exception and {@link InternalError} when a check
 * fails or the program traps.
 */
export function instantiate(image: Image, host: Host = new DenoHost(), engine: Engine = v8Engine): Instance {
  const program = new Program(engine.load(image, host), host);
  program.call("gcInit");
  return program;
}

/** Runs the program's `main`; its exit code. Internal errors go to `fail` and give {@link EXIT_INTERNAL}. */
export function runMain(image: Image, host: Host, fail: (message: string) => void): number {
  try {
    return Number(instantiate(image, host).call("rtsMain"));
  } catch (error) {
    if (!(error instanceof InternalError)) throw error;
    fail(error.message);
    return EXIT_INTERNAL;
  }
}

/** What a program did. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** A host that keeps the output, and reads the real files. */
class CapturingHost extends MemoryHost {
  override host_read_file(address: number, units: number): number {
    try {
      return this.give(Deno.readTextFileSync(this.text(address, units)));
    } catch (error) {
      return this.fail(error);
    }
  }
}

/** Runs `image` with its output captured. */
export function runImage(
  image: Image,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Outcome {
  const host = new CapturingHost({ args, env });
  let failure = "";
  const code = runMain(image, host, (message) => failure = `${message}\n`);
  return { stdout: host.output, stderr: host.errors + failure, code };
}
