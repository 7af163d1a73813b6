/**
 * The host on Deno: real standard output, files and environment. Output to file descriptor 1 is buffered; it is written
 * when the buffer is full, before anything goes to descriptor 2, before a panic, and by `flush` at the program's end.
 */
import { HostBase } from "./common.ts";
import type { Os } from "./os/calls.ts";
import { realOs, type Services } from "./os/mod.ts";
import { OsCall } from "./os/numbers.ts";

/** Bytes of output that are kept back at most. */
const BUFFER_BYTES = 64 * 1024;
const PAGE = 4096;
const MADV_DONTNEED = 4;
const encoder = new TextEncoder();
/** Calls that show whether what was printed is out. */
const FLUSHING: ReadonlySet<number> = new Set([
  OsCall.write,
  OsCall.exit,
  OsCall.abort,
  OsCall.spawn,
  OsCall.exec,
  OsCall.system,
  OsCall.kill,
]);

/** Gives `[address, address + bytes)`, whole pages, back to the system; false when it refused. */
type Discard = (memory: ArrayBuffer, address: number, bytes: number) => boolean;

/** `madvise` of the C library where `--allow-ffi` lets us have it; null elsewhere. */
function openDiscard(): Discard | null {
  if (Deno.build.os !== "linux") return null; // elsewhere MADV_DONTNEED does not promise zeros
  if (Deno.permissions.querySync({ name: "ffi" }).state !== "granted") return null;
  try {
    const { symbols } = Deno.dlopen("libc.so.6", {
      madvise: { parameters: ["pointer", "usize", "i32"], result: "i32" },
    });
    return (memory, address, bytes) => {
      const base = Deno.UnsafePointer.of(new Uint8Array(memory, address, bytes));
      return symbols.madvise(base, BigInt(bytes), MADV_DONTNEED) === 0;
    };
  } catch {
    return null;
  }
}

function writeAll(file: { writeSync(bytes: Uint8Array): number }, bytes: Uint8Array): void {
  for (let rest = bytes; rest.length > 0;) rest = rest.subarray(file.writeSync(rest));
}

/** The host on Deno. */
export class DenoHost extends HostBase {
  private readonly buffered = new Uint8Array(BUFFER_BYTES);
  private length = 0;
  private discard: Discard | null | undefined;

  /** `args`: the program's arguments; `services`: what it may ask of the runner. */
  constructor(args: readonly string[] = [], private readonly services?: Services) {
    super(args);
  }

  protected override makeOs(): Os {
    return realOs(this.services);
  }
  /** What was printed comes out before what the system's calls do. */
  override host_os(
    call: number,
    a: number,
    b: number,
    c: number,
    d: number,
    e: number,
    f: number,
    g: number,
  ): number {
    if (this.length > 0 && FLUSHING.has(call)) this.flush();
    return super.host_os(call, a, b, c, d, e, f, g);
  }

  override flush(): void {
    const { length } = this;
    this.length = 0;
    writeAll(Deno.stdout, this.buffered.subarray(0, length));
  }

  private writeOut(text: string): void {
    let rest = text;
    while (rest !== "") {
      const { read, written } = encoder.encodeInto(rest, this.buffered.subarray(this.length));
      this.length += written;
      rest = rest.slice(read);
      if (rest !== "") this.flush();
    }
  }
  protected override writeError(text: string): void {
    this.flush();
    writeAll(Deno.stderr, encoder.encode(text));
  }

  override host_write(fd: number, address: number, units: number): number {
    try {
      const text = this.text(address, units);
      if (fd === 1) this.writeOut(text);
      else if (fd === 2) this.writeError(text);
      else return this.fail(`bad file descriptor ${fd}`);
      return 0;
    } catch (error) {
      return this.fail(error);
    }
  }

  override host_read_file(address: number, units: number): number {
    try {
      return this.give(Deno.readTextFileSync(this.text(address, units)));
    } catch (error) {
      return this.fail(error);
    }
  }

  override host_env(address: number, units: number): number {
    try {
      const value = Deno.env.get(this.text(address, units));
      return value === undefined ? -1 : this.give(value);
    } catch {
      return -1; // not permitted, or no valid name: not set
    }
  }

  /** Whole pages go back to the system where it lets us; the rest is filled with zeros. */
  override host_discard(address: number, bytes: number): void {
    if (this.discard === undefined) this.discard = openDiscard();
    const start = address >>> 0;
    const end = start + (bytes >>> 0);
    const first = Math.ceil(start / PAGE) * PAGE; // the memory itself begins at a page
    const last = Math.floor(end / PAGE) * PAGE;
    if (this.discard === null || last <= first || !this.discard(this.memory(), first, last - first)) {
      return super.host_discard(start, end - start);
    }
    super.host_discard(start, first - start);
    super.host_discard(last, end - last);
  }
}
