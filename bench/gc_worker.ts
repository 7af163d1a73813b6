/**
 * Runs a translated program for `bench gc`: `gc_worker.ts PROFILE CLOCK FILE [arguments]`. With CLOCK `processor` the
 * program's clock is the time that its thread had a processor, so that pauses do not count what the machine did
 * for others meanwhile; with `wall` it is the usual one.
 */
import { DenoHost } from "../core/host/deno.ts";
import { translateFile } from "../translator/driver/mod.ts";
import { runMain } from "../translator/driver/run.ts";

const CLOCK_THREAD_CPUTIME_ID = 3;
/** Exit code where there is no such clock. */
export const NO_CLOCK = 69;

/** Milliseconds of processor time of this thread; null where the C library cannot be asked. */
function processorClock(): (() => number) | null {
  if (Deno.build.os !== "linux") return null;
  try {
    const { symbols } = Deno.dlopen("libc.so.6", {
      clock_gettime: { parameters: ["i32", "buffer"], result: "i32" },
    });
    const time = new BigInt64Array(2);
    return () => {
      symbols.clock_gettime(CLOCK_THREAD_CPUTIME_ID, time);
      return Number(time[0]) * 1000 + Number(time[1]) / 1e6;
    };
  } catch {
    return null;
  }
}

class ProcessorTimeHost extends DenoHost {
  constructor(args: readonly string[], private readonly clock: () => number) {
    super(args);
  }
  override host_clock(): number {
    return this.clock();
  }
}

function hostOf(clock: string, args: readonly string[]): DenoHost {
  if (clock !== "processor") return new DenoHost(args);
  const read = processorClock();
  if (read === null) Deno.exit(NO_CLOCK);
  return new ProcessorTimeHost(args, read);
}

if (import.meta.main) {
  const [profile, clock, file, ...args] = Deno.args;
  const image = await translateFile(file, { profile: profile === "debug" ? "debug" : "release" });
  Deno.exitCode = runMain(image, hostOf(clock, args), console.error);
}
