/** Clocks, sleeping, and broken-down times with the machine's zones. */
import { MKTIME_BASE, type OsFunctions, TM } from "./calls.ts";
import { ERRNO } from "./errno.ts";
import { cstring, joinNul, stringAt } from "./libc.ts";
import type { System } from "./posix.ts";

const NS = 1_000_000_000n;
const CLOCK_MONOTONIC = 1;
/** `struct tm`: nine words, the offset from UTC, the zone's name. */
const TM_BYTES = 56;
const TM_WORDS = 9;
const TM_WEEK_DAY = 6;
const TM_OFFSET = 40;
const TM_ZONE = 48;
/** Longer texts of `strftime` than this many bytes for each byte of the format are taken for empty ones. */
const STRFTIME_FACTOR = 256;

type TimeCalls = Pick<
  OsFunctions,
  "clock" | "clockResolution" | "clockSet" | "sleep" | "localtime" | "mktime" | "tzset" | "strftime"
>;

/** A `struct tm`. */
class BrokenDown {
  readonly bytes = new Uint8Array(new ArrayBuffer(TM_BYTES));
  private readonly view = new DataView(this.bytes.buffer);

  load(fields: Int32Array): this {
    for (let i = 0; i < TM_WORDS; i++) this.view.setInt32(4 * i, fields[i], true);
    if (fields.length > TM_WORDS) this.view.setBigInt64(TM_OFFSET, BigInt(fields[TM_WORDS]), true);
    return this;
  }
  store(fields: Int32Array): void {
    const count = Math.min(TM_WORDS, fields.length);
    for (let i = 0; i < count; i++) fields[i] = this.view.getInt32(4 * i, true);
    if (fields.length >= TM.length) fields[TM_WORDS] = Number(this.view.getBigInt64(TM_OFFSET, true));
  }
  get weekDay(): number {
    return this.view.getInt32(4 * TM_WEEK_DAY, true);
  }
  set weekDay(value: number) {
    this.view.setInt32(4 * TM_WEEK_DAY, value, true);
  }
  set zone(address: bigint) {
    this.view.setBigUint64(TM_ZONE, address, true);
  }
  get zone(): bigint {
    return this.view.getBigUint64(TM_ZONE, true);
  }
}

/** The calls. */
export function timeCalls(system: System): TimeCalls {
  return { ...clocks(system), ...zones(system) };
}

function clocks(system: System) {
  const gettime = system.fn("clock_gettime", ["i32", "buffer"]);
  const getres = system.fn("clock_getres", ["i32", "buffer"]);
  const settime = system.fn("clock_settime", ["i32", "buffer"]);
  const nanosleep = system.fn("clock_nanosleep", ["i32", "i32", "buffer", "buffer"]);
  const time = new BigInt64Array(2);
  const asked = (result: number): bigint => result < 0 ? BigInt(-system.libc.errno) : time[0] * NS + time[1];
  return {
    clock: (which) => asked(gettime(which, time)),
    clockResolution: (which) => asked(getres(which, time)),
    clockSet: (which, value) =>
      BigInt(system.checked(settime(which, new BigInt64Array([value / NS, value % NS])))),
    sleep: (duration) => {
      const left = new BigInt64Array(2);
      const error = nanosleep(CLOCK_MONOTONIC, 0, new BigInt64Array([duration / NS, duration % NS]), left);
      if (error !== ERRNO.EINTR) return BigInt(-error);
      const rest = left[0] * NS + left[1];
      return rest > 0n ? rest : 1n;
    },
  } satisfies Partial<OsFunctions>;
}

function zones(system: System) {
  const localtime = system.pointerFn("localtime_r", ["buffer", "buffer"]);
  const mktime = system.wideFn("mktime", ["buffer"]);
  const tzset = system.fn("tzset", []);
  const strftime = system.fn("strftime", ["buffer", "usize", "buffer", "buffer"]);
  return {
    localtime: (fields, seconds) => {
      const tm = new BrokenDown();
      if (localtime(new BigInt64Array([seconds]), tm.bytes) === null) return BigInt(-system.libc.errno);
      tm.store(fields);
      return BigInt(system.pending.give(stringAt(Deno.UnsafePointer.create(tm.zone))));
    },
    mktime: (fields) => {
      const tm = new BrokenDown().load(fields);
      tm.weekDay = -1; // what stays -1 tells failure from the second -1
      const seconds = mktime(tm.bytes);
      if (seconds === -1n && tm.weekDay === -1) return BigInt(-ERRNO.EOVERFLOW);
      tm.store(fields);
      return seconds + MKTIME_BASE;
    },
    tzset: (out) => {
      tzset();
      const { libc } = system;
      const names = libc.variable("tzname");
      out[0] = Number(libc.variable("timezone").getBigInt64(0));
      out[1] = out[0];
      out[2] = libc.variable("daylight").getInt32(0);
      if (out[2] !== 0) out[1] = out[0] + summerShift(localtime, out[0]);
      return system.pending.give(joinNul([0, 8].map((at) => stringAt(names.getPointer(at)))));
    },
    strftime: (format, fields, zone) => {
      const name = new Uint8Array(new ArrayBuffer(zone.length + 1));
      name.set(zone);
      system.kept = name;
      const tm = new BrokenDown().load(fields);
      tm.zone = BigInt(Deno.UnsafePointer.value(Deno.UnsafePointer.of(name)));
      const pattern = cstring(format);
      for (let size = 1024;; size *= 2) {
        const text = new Uint8Array(size);
        const length = strftime(text, size, pattern, tm.bytes);
        if (length > 0 || size >= STRFTIME_FACTOR * format.length) {
          system.kept = null;
          return system.pending.give(text.slice(0, length));
        }
      }
    },
  } satisfies Partial<OsFunctions>;
}

/** Seconds between standard and summer time, negative as a rule: of the first difference within this year. */
function summerShift(localtime: (...args: unknown[]) => unknown, west: number): number {
  const now = Math.floor(Date.now() / 1000);
  const month = 30 * 86400;
  const fields = new Int32Array(TM.length);
  for (let i = 0; i < 13; i++) {
    const tm = new BrokenDown();
    localtime(new BigInt64Array([BigInt(now + i * month)]), tm.bytes);
    tm.store(fields);
    if (fields[8] > 0) return -fields[TM_WORDS] - west;
  }
  return -3600;
}
