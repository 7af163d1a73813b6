/**
 * A system with a C library: real POSIX semantics, by FFI. Files are in `posix_files.ts`, processes in
 * `posix_process.ts`, time in `posix_time.ts`, signals in `posix_signals.ts`; here is what they share.
 *
 * An FFI call costs 0.2 to 0.3 µs more than the system call; `node:fs` costs as much for a write and 30 times as
 * much for an fstat (docs/engines.md).
 */
import { type Kind, type Os, OS_CALLS, type OsName } from "./calls.ts";
import { ERRNO } from "./errno.ts";
import { cstring, type Libc, type Prototype } from "./libc.ts";
import { Pending } from "./pending.ts";
import { fileCalls } from "./posix_files.ts";
import { descriptorCalls } from "./posix_descriptors.ts";
import { processCalls } from "./posix_process.ts";
import { spawnCalls } from "./posix_spawn.ts";
import { timeCalls } from "./posix_time.ts";
import { signalCalls } from "./posix_signals.ts";
import { socketCalls } from "./posix_sockets.ts";
import { userCalls } from "./posix_users.ts";
import type { Services } from "./services.ts";

/** The C library and what the groups of calls need beside it. */
export class System {
  readonly pending = new Pending();
  /** Keeps alive what pointers of a call lead to: nothing else may refer to it while C reads it. */
  kept: object | null = null;
  constructor(readonly libc: Libc) {}

  /** A prototype's function, opened when it is first called. */
  fn(name: string, params: readonly Deno.NativeType[]): (...args: unknown[]) => number {
    let call: ((...args: unknown[]) => number) | null = null;
    return (...args) => (call ??= this.open({ name, params }))(...args);
  }
  /** The same with a result that is a bigint. */
  wideFn(name: string, params: readonly Deno.NativeType[]): (...args: unknown[]) => bigint {
    let call: ((...args: unknown[]) => number) | null = null;
    return (...args) => BigInt((call ??= this.open({ name, params, result: "i64" }))(...args));
  }
  /** The same with a result that is a pointer. */
  pointerFn(name: string, params: readonly Deno.NativeType[]): (...args: unknown[]) => Deno.PointerValue {
    let call: unknown = null;
    return (...args) => {
      call ??= this.open({ name, params, result: "pointer" });
      return (call as (...args: unknown[]) => Deno.PointerValue)(...args);
    };
  }
  private open(prototype: Prototype): (...args: unknown[]) => number {
    try {
      return this.libc.call(prototype);
    } catch {
      return () => { // an older library: as a system without the call
        this.libc.errno = ERRNO.ENOSYS;
        return -1;
      };
    }
  }

  /** A result of C: -1 becomes the negative error number. */
  checked(result: number): number {
    return result === -1 ? -this.libc.errno : result;
  }
  checkedWide(result: bigint): bigint {
    return result === -1n ? BigInt(-this.libc.errno) : result;
  }

  /** A call whose C function takes just what the table says, and answers -1 on failure. */
  plain(name: OsName, symbol: string): (...args: unknown[]) => number {
    const kinds = OS_CALLS[name] as readonly Kind[];
    const call = this.fn(symbol, kinds.flatMap((kind) => NATIVE[kind]));
    return (...args) => this.checked(call(...args.flatMap((arg, i) => passed(kinds[i], arg))));
  }
}

const NATIVE: Readonly<Record<Kind, Deno.NativeType[]>> = {
  i32: ["i32"],
  path: ["buffer"],
  bytes: ["buffer", "usize"],
  i32s: ["buffer"],
  i64s: ["buffer"],
  i64: ["i64"],
};

function passed(kind: Kind, value: unknown): unknown[] {
  if (kind === "path") return [cstring(value as Uint8Array)];
  if (kind === "bytes") return [value, (value as Uint8Array).length];
  return [value];
}

/** The system behind a C library. */
export function posixOs(libc: Libc, services: Services): Os {
  const system = new System(libc);
  return {
    ...fileCalls(system),
    ...descriptorCalls(system),
    ...processCalls(system),
    ...spawnCalls(system),
    ...timeCalls(system),
    ...signalCalls(system),
    ...socketCalls(system),
    ...userCalls(system),
    service: (which, request) => {
      const answer = services.call(which, request);
      return typeof answer === "number" ? answer : system.pending.give(answer);
    },
    takePending: () => system.pending.take(),
  };
}
