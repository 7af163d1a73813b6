/** The process and its surroundings: environment, numbers, limits. */
import { IDS, type OsFunctions, UNLIMITED } from "./calls.ts";
import { ERRNO } from "./errno.ts";
import { cstring, joinNul, type Libc, stringAt, untilNul } from "./libc.ts";
import type { System } from "./posix.ts";

/** Length of a field of `struct utsname`, and how many Python shows. */
const UTS_FIELD = 65;
const UTS_FIELDS = 5;
const SC_CLK_TCK = 2;
const SC_NPROCESSORS_ONLN = 84;
const NS = 1_000_000_000n;
const PRIORITY_BASE = 20;

type ProcessCalls = Pick<
  OsFunctions,
  | "environment"
  | "setenv"
  | "unsetenv"
  | "getId"
  | "setId"
  | "getpgid"
  | "setpgid"
  | "getsid"
  | "setsid"
  | "getgroups"
  | "uname"
  | "times"
  | "getrusage"
  | "getrlimit"
  | "setrlimit"
  | "getpriority"
  | "setpriority"
  | "cpuCount"
  | "getloadavg"
  | "random"
  | "sysconf"
  | "schedYield"
  | "kill"
  | "killpg"
  | "exit"
  | "abort"
  | "execPath"
>;

/** All of `environ`. */
function environmentTexts(libc: Libc): Uint8Array[] {
  const texts: Uint8Array[] = [];
  const table = libc.variable("environ").getPointer(0);
  if (table === null) return texts;
  const view = new Deno.UnsafePointerView(table);
  for (let i = 0;; i++) {
    const text = view.getPointer(8 * i);
    if (text === null) return texts;
    texts.push(stringAt(text));
  }
}

/** Turns `struct timeval` at word `i` into nanoseconds. */
function timeval(words: BigInt64Array, i: number): bigint {
  return words[i] * NS + words[i + 1] * 1000n;
}

/** The fields of `struct rusage`, for `getrusage` and `wait4`. */
export function fillUsage(words: BigInt64Array, out: BigInt64Array): void {
  out[0] = timeval(words, 0);
  out[1] = timeval(words, 2);
  for (let i = 2; i < 16; i++) out[i] = words[i + 2];
}

/** The calls. */
export function processCalls(system: System): ProcessCalls {
  return { ...surroundings(system), ...numbers(system), ...limits(system) };
}

function surroundings(system: System) {
  const { pending } = system;
  const setenv = system.fn("setenv", ["buffer", "buffer", "i32"]);
  const uname = system.fn("uname", ["buffer"]);
  const getrandom = system.fn("getrandom", ["buffer", "usize", "u32"]);
  const exit = system.fn("_exit", ["i32"]);
  const abort = system.fn("abort", []);
  return {
    environment: () => pending.give(joinNul(environmentTexts(system.libc))),
    setenv: (name, value) => system.checked(setenv(cstring(name), cstring(value), 1)),
    unsetenv: system.plain("unsetenv", "unsetenv"),
    uname: () => {
      const buffer = new Uint8Array(UTS_FIELD * (UTS_FIELDS + 1));
      if (uname(buffer) < 0) return -system.libc.errno;
      const fields = Array.from(
        { length: UTS_FIELDS },
        (_, i) => untilNul(buffer.subarray(i * UTS_FIELD, (i + 1) * UTS_FIELD)),
      );
      return pending.give(joinNul(fields));
    },
    random: (bytes, flags) => system.checked(getrandom(bytes, bytes.length, flags)),
    execPath: () => pending.give(new TextEncoder().encode(Deno.execPath())),
    exit: (code) => exit(code),
    abort: () => abort(),
  } satisfies Partial<OsFunctions>;
}

function numbers(system: System) {
  const getters = ["getpid", "getppid", "getuid", "geteuid", "getgid", "getegid", "getpgrp"]
    .map((name) => system.fn(name, []));
  const setters: Readonly<Record<string, (...args: unknown[]) => number>> = {
    uid: system.fn("setuid", ["i32"]),
    euid: system.fn("seteuid", ["i32"]),
    gid: system.fn("setgid", ["i32"]),
    egid: system.fn("setegid", ["i32"]),
  };
  const getgroups = system.fn("getgroups", ["i32", "buffer"]);
  return {
    getId: (which) => getters[which]?.() ?? -ERRNO.EINVAL,
    setId: (which, value) => {
      const set = setters[IDS[which]];
      return set === undefined ? -ERRNO.EINVAL : system.checked(set(value));
    },
    getpgid: system.plain("getpgid", "getpgid"),
    setpgid: system.plain("setpgid", "setpgid"),
    getsid: system.plain("getsid", "getsid"),
    setsid: system.plain("setsid", "setsid"),
    getgroups: (out) => system.checked(getgroups(out.length, out)),
    kill: system.plain("kill", "kill"),
    killpg: system.plain("killpg", "killpg"),
  } satisfies Partial<OsFunctions>;
}

function limits(system: System) {
  const times = system.wideFn("times", ["buffer"]);
  const sysconf = system.wideFn("sysconf", ["i32"]);
  const getrusage = system.fn("getrusage", ["i32", "buffer"]);
  const getrlimit = system.fn("getrlimit", ["i32", "buffer"]);
  const setrlimit = system.fn("setrlimit", ["i32", "buffer"]);
  const getpriority = system.fn("getpriority", ["i32", "i32"]);
  const setpriority = system.fn("setpriority", ["i32", "i32", "i32"]);
  const getloadavg = system.fn("getloadavg", ["buffer", "i32"]);
  return {
    times: (out) => {
      const ticks = new BigInt64Array(4);
      const elapsed = times(ticks);
      if (elapsed === -1n) return -system.libc.errno;
      const unit = NS / sysconf(SC_CLK_TCK);
      for (let i = 0; i < 4; i++) out[i] = ticks[i] * unit;
      out[4] = elapsed * unit;
      return 0;
    },
    getrusage: (who, out) => {
      const words = new BigInt64Array(18);
      const result = system.checked(getrusage(who, words));
      if (result === 0) fillUsage(words, out);
      return result;
    },
    getrlimit: (resource, out) => system.checked(getrlimit(resource, out)),
    setrlimit: (resource, values) => system.checked(setrlimit(resource, values)),
    getpriority: (which, who) => {
      system.libc.errno = 0;
      const value = getpriority(which, who);
      const { errno } = system.libc;
      return value === -1 && errno !== 0 ? -errno : value + PRIORITY_BASE;
    },
    setpriority: (which, who, value) => system.checked(setpriority(which, who, value)),
    cpuCount: () => Number(sysconf(SC_NPROCESSORS_ONLN)),
    getloadavg: (out) => system.checked(getloadavg(out, 3)),
    sysconf: (which) => {
      system.libc.errno = 0;
      const value = sysconf(which);
      const { errno } = system.libc;
      return value !== -1n ? value : errno !== 0 ? BigInt(-errno) : UNLIMITED;
    },
    schedYield: system.plain("schedYield", "sched_yield"),
  } satisfies Partial<OsFunctions>;
}
