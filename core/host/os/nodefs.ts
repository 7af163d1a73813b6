/**
 * A system by `node:fs` and Deno, where FFI is denied or the C library is another: files, the environment, clocks.
 * Signals, terminals and descriptors' flags are out of reach.
 */
import fs from "node:fs";
import process from "node:process";
import os from "node:os";
import nodeCrypto from "node:crypto";
import { absentOs, guarded } from "./absent.ts";
import { AT_FDCWD, IDS, type Os, type OsFunctions, UTIME_NOW, UTIME_OMIT } from "./calls.ts";
import { ERRNO, errnoOf } from "./errno.ts";
import { joinNul } from "./libc.ts";
import { concatBytes } from "./posix_files.ts";
import { Pending } from "./pending.ts";
import type { Services } from "./services.ts";

const AT_SYMLINK_NOFOLLOW = 0x100;
const AT_REMOVEDIR = 0x200;
const CLOCK_REALTIME = 0;
const NS_PER_MS = 1e6;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Types of entries (DT_*). */
const ENTRY_TYPES: readonly [(entry: fs.Dirent) => boolean, number][] = [
  [(entry) => entry.isFile(), 8],
  [(entry) => entry.isDirectory(), 4],
  [(entry) => entry.isSymbolicLink(), 10],
  [(entry) => entry.isFIFO(), 1],
  [(entry) => entry.isSocket(), 12],
  [(entry) => entry.isCharacterDevice(), 2],
  [(entry) => entry.isBlockDevice(), 6],
];

/** A path for `node:fs`; descriptors of folders do not reach it. */
function pathAt(at: number, path: Uint8Array): string {
  if (at !== AT_FDCWD && path[0] !== 47) throw Object.assign(new Error("no openat"), { code: "ENOSYS" });
  return decoder.decode(path);
}

function fillStat(stats: fs.BigIntStats, out: BigInt64Array): number {
  const {
    mode,
    ino,
    dev,
    nlink,
    uid,
    gid,
    size,
    atimeNs,
    mtimeNs,
    ctimeNs,
    blksize,
    blocks,
    rdev,
    birthtimeNs,
  } = stats;
  const fields = [
    mode,
    ino,
    dev,
    nlink,
    uid,
    gid,
    size,
    atimeNs,
    mtimeNs,
    ctimeNs,
    blksize,
    blocks,
    rdev,
    birthtimeNs,
  ];
  fields.forEach((field, i) => out[i] = BigInt.asIntN(64, field ?? 0n));
  return 0;
}

/** Seconds for `node:fs`, whose doubles keep a fraction of a microsecond. */
function seconds(time: bigint, now: number): number {
  return time === UTIME_NOW ? now / 1000 : Number(time) / 1e9;
}

/** A system without FFI. */
export function nodeOs(services: Services): Os {
  const pending = new Pending();
  const safe = <A extends unknown[]>(run: (...args: A) => number | void) =>
    guarded((...args: A) => run(...args) ?? 0, errnoOf);
  const safeWide = <A extends unknown[]>(run: (...args: A) => number | void) => {
    const narrow = safe(run);
    return (...args: A) => BigInt(narrow(...args));
  };
  const entries = (path: string): number =>
    pending.give(concatBytes(
      fs.readdirSync(path, { withFileTypes: true }).map((entry) => {
        const type = ENTRY_TYPES.find(([is]) => is(entry))?.[1] ?? 0;
        return new Uint8Array([type, ...new Uint8Array(8), ...encoder.encode(entry.name), 0]);
      }),
    ));
  return {
    ...absentOs(),
    ...files(safe, safeWide, pending, entries),
    ...surroundings(safe, safeWide, pending),
    service: (which, request) => {
      const answer = services.call(which, request);
      return typeof answer === "number" ? answer : pending.give(answer);
    },
    takePending: () => pending.take(),
  };
}

type Safe = <A extends unknown[]>(run: (...args: A) => number | void) => (...args: A) => number;
type SafeWide = <A extends unknown[]>(run: (...args: A) => number | void) => (...args: A) => bigint;

function files(safe: Safe, safeWide: SafeWide, pending: Pending, entries: (path: string) => number) {
  return {
    open: safe((at, path, flags, mode) => fs.openSync(pathAt(at, path), flags, mode)),
    close: safe((fd) => fs.closeSync(fd)),
    read: safe((fd, bytes) => fs.readSync(fd, bytes, 0, bytes.length, null)),
    write: safe((fd, bytes) => fs.writeSync(fd, bytes)),
    pread: safeWide((fd, bytes, at) => fs.readSync(fd, bytes, 0, bytes.length, at)),
    pwrite: safeWide((fd, bytes, at) => fs.writeSync(fd, bytes, 0, bytes.length, Number(at))),
    isatty: (fd) => {
      const streams = [Deno.stdin, Deno.stdout, Deno.stderr];
      return streams[fd]?.isTerminal() ? 1 : 0;
    },
    stat: safe((at, path, flags, out) => {
      const name = pathAt(at, path);
      const bigint = { bigint: true } as const;
      return fillStat(
        (flags & AT_SYMLINK_NOFOLLOW) !== 0 ? fs.lstatSync(name, bigint) : fs.statSync(name, bigint),
        out,
      );
    }),
    fstat: safe((fd, out) => fillStat(fs.fstatSync(fd, { bigint: true }), out)),
    truncate: safeWide((path, length) => fs.truncateSync(pathAt(AT_FDCWD, path), Number(length))),
    ftruncate: safeWide((fd, length) => fs.ftruncateSync(fd, Number(length))),
    fsync: safe((fd) => fs.fsyncSync(fd)),
    fdatasync: safe((fd) => fs.fdatasyncSync(fd)),
    listdir: safe((path) => entries(pathAt(AT_FDCWD, path))),
    mkdir: safe((at, path, mode) => void fs.mkdirSync(pathAt(at, path), mode)),
    unlink: safe((at, path, flags) => {
      const name = pathAt(at, path);
      return (flags & AT_REMOVEDIR) !== 0 ? fs.rmdirSync(name) : fs.unlinkSync(name);
    }),
    rename: safe((at, from, toAt, to) => fs.renameSync(pathAt(at, from), pathAt(toAt, to))),
    link: safe((at, from, toAt, to) => fs.linkSync(pathAt(at, from), pathAt(toAt, to))),
    symlink: safe((target, at, path) => fs.symlinkSync(decoder.decode(target), pathAt(at, path))),
    readlink: safe((at, path) => pending.give(encoder.encode(fs.readlinkSync(pathAt(at, path))))),
    realpath: safe((path) => pending.give(encoder.encode(fs.realpathSync(pathAt(AT_FDCWD, path))))),
    chmod: safe((at, path, mode) => fs.chmodSync(pathAt(at, path), mode)),
    fchmod: safe((fd, mode) => fs.fchmodSync(fd, mode)),
    chown: safe((at, path, user, group) => fs.chownSync(pathAt(at, path), user, group)),
    fchown: safe((fd, user, group) => fs.fchownSync(fd, user, group)),
    utimens: safe((at, path, times, flags) => {
      if (times[0] === UTIME_OMIT || times[1] === UTIME_OMIT) return -ERRNO.ENOSYS;
      const set = (flags & AT_SYMLINK_NOFOLLOW) !== 0 ? fs.lutimesSync : fs.utimesSync;
      const now = Date.now();
      set(pathAt(at, path), seconds(times[0], now), seconds(times[1], now));
    }),
    access: safe((at, path, mode) => fs.accessSync(pathAt(at, path), mode)),
    getcwd: safe(() => pending.give(encoder.encode(Deno.cwd()))),
    chdir: safe((path) => Deno.chdir(pathAt(AT_FDCWD, path))),
    umask: safe((mask) => Deno.umask(mask)),
  } satisfies Partial<OsFunctions>;
}

function surroundings(safe: Safe, safeWide: SafeWide, pending: Pending) {
  const ids: Readonly<Record<string, () => number>> = {
    pid: () => Deno.pid,
    ppid: () => Deno.ppid,
    uid: () => process.getuid?.() ?? -ERRNO.ENOSYS,
    euid: () => process.geteuid?.() ?? -ERRNO.ENOSYS,
    gid: () => process.getgid?.() ?? -ERRNO.ENOSYS,
    egid: () => process.getegid?.() ?? -ERRNO.ENOSYS,
  };
  return {
    environment: safe(() =>
      pending.give(joinNul(Object.entries(Deno.env.toObject()).map((pair) => encoder.encode(pair.join("=")))))
    ),
    setenv: safe((name, value) => Deno.env.set(decoder.decode(name), decoder.decode(value))),
    unsetenv: safe((name) => Deno.env.delete(decoder.decode(name))),
    getId: safe((which) => ids[IDS[which]]?.() ?? -ERRNO.ENOSYS),
    uname: safe(() =>
      pending.give(
        joinNul(
          [os.type(), os.hostname(), os.release(), os.version(), os.machine()].map((s) => encoder.encode(s)),
        ),
      )
    ),
    cpuCount: safe(() => os.availableParallelism()),
    random: safe((bytes) => {
      nodeCrypto.randomFillSync(bytes);
      return bytes.length;
    }),
    kill: safe((child, signal) => void process.kill(child, signal)),
    exit: (code) => Deno.exit(code),
    execPath: safe(() => pending.give(encoder.encode(Deno.execPath()))),
    clock: (which) =>
      which === CLOCK_REALTIME
        ? BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000)) * 1000n
        : BigInt(Math.round(performance.now() * NS_PER_MS)),
    clockResolution: () => 1000n,
    sleep: safeWide((duration) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(duration) / NS_PER_MS);
    }),
    signalTake: () => 0n,
  } satisfies Partial<OsFunctions>;
}
