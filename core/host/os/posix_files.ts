/** Files and folders by the C library. */
import { AT_FDCWD, type OsFunctions, STATVFS, UTIME_NOW, UTIME_OMIT } from "./calls.ts";
import { cstring, untilNul } from "./libc.ts";
import type { System } from "./posix.ts";

const O_RDONLY_DIRECTORY = 0o200000;
const O_CLOEXEC = 0o2000000;
const AT_EMPTY_PATH = 0x1000;
const STATX_ALL = 0xfff;
const PATH_MAX = 4096;
const NS = 1_000_000_000n;
const EMPTY = new Uint8Array(1);
const TIMESPEC_NOW = (1n << 30n) - 1n;
const TIMESPEC_OMIT = (1n << 30n) - 2n;
/** Offset of the name in what `getdents64` gives. */
const DIRENT_NAME = 19;
const SEEK_SET = 0;

type FileCalls = Pick<
  OsFunctions,
  | "open"
  | "stat"
  | "fstat"
  | "listdir"
  | "flistdir"
  | "mkdir"
  | "unlink"
  | "rename"
  | "link"
  | "symlink"
  | "readlink"
  | "realpath"
  | "chmod"
  | "fchmod"
  | "chown"
  | "fchown"
  | "utimens"
  | "futimens"
  | "access"
  | "getcwd"
  | "chdir"
  | "fchdir"
  | "umask"
  | "mkfifo"
  | "mknod"
  | "truncate"
  | "statvfs"
  | "fstatvfs"
  | "sync"
>;

/** The number of a device as C's `makedev` makes it. */
function device(major: number, minor: number): bigint {
  const high = BigInt(major >>> 12) << 44n | BigInt(minor >>> 8) << 20n;
  return high | BigInt(((major & 0xfff) << 8 | minor & 0xff) >>> 0);
}

/** `struct statx`, the same on all machines. */
class Statx {
  readonly buffer = new Uint8Array(256);
  private readonly view = new DataView(this.buffer.buffer);

  private time(at: number): bigint {
    return this.view.getBigInt64(at, true) * NS + BigInt(this.view.getUint32(at + 8, true));
  }
  /** In the order of `STAT`. */
  fill(out: BigInt64Array): void {
    const { view } = this;
    const u32 = (at: number) => view.getUint32(at, true);
    out[0] = BigInt(view.getUint16(28, true));
    out[1] = view.getBigInt64(32, true);
    out[2] = device(u32(136), u32(140));
    out[3] = BigInt(u32(16));
    out[4] = BigInt(u32(20));
    out[5] = BigInt(u32(24));
    out[6] = view.getBigInt64(40, true);
    out[7] = this.time(64);
    out[8] = this.time(112);
    out[9] = this.time(96);
    out[10] = BigInt(u32(4));
    out[11] = view.getBigInt64(48, true);
    out[12] = device(u32(128), u32(132));
    out[13] = this.time(80);
  }
}

/** Entries of `getdents64` as the table of calls wants them, without `.` and `..`. */
function appendEntries(dents: Uint8Array, parts: Uint8Array[]): void {
  const view = new DataView(dents.buffer, dents.byteOffset, dents.length);
  for (let at = 0; at < dents.length;) {
    const length = view.getUint16(at + 16, true);
    const name = untilNul(dents.subarray(at + DIRENT_NAME, at + length));
    const dots = name[0] === 46 && (name.length === 1 || name.length === 2 && name[1] === 46);
    if (!dots) {
      const entry = new Uint8Array(name.length + 10);
      entry[0] = dents[at + 18];
      entry.set(dents.subarray(at, at + 8), 1);
      entry.set(name, 9);
      parts.push(entry);
    }
    at += length;
  }
}

/** The parts one after the other. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function timespecs(times: BigInt64Array): BigInt64Array {
  const result = new BigInt64Array(4);
  for (let i = 0; i < 2; i++) {
    const time = times[i];
    if (time === UTIME_NOW) result[2 * i + 1] = TIMESPEC_NOW;
    else if (time === UTIME_OMIT) result[2 * i + 1] = TIMESPEC_OMIT;
    else {
      const rest = ((time % NS) + NS) % NS;
      result[2 * i] = (time - rest) / NS;
      result[2 * i + 1] = rest;
    }
  }
  return result;
}

/** Words of `struct statvfs` on 64-bit Linux, in the order of {@link STATVFS}. */
const STATVFS_WORDS = [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 8];

/** The calls. */
export function fileCalls(system: System): FileCalls {
  const { pending } = system;
  const openat = system.fn("openat", ["i32", "buffer", "i32", "u32"]);
  const close = system.fn("close", ["i32"]);
  const lseek = system.wideFn("lseek", ["i32", "i64", "i32"]);
  const statx = system.fn("statx", ["i32", "buffer", "i32", "u32", "buffer"]);
  const getdents = system.fn("getdents64", ["i32", "buffer", "usize"]);
  const readlinkat = system.fn("readlinkat", ["i32", "buffer", "buffer", "usize"]);
  const realpath = system.pointerFn("realpath", ["buffer", "buffer"]);
  const getcwd = system.pointerFn("getcwd", ["buffer", "usize"]);
  const utimensat = system.fn("utimensat", ["i32", "buffer", "buffer", "i32"]);
  const futimens = system.fn("futimens", ["i32", "buffer"]);
  const truncate = system.fn("truncate", ["buffer", "i64"]);
  const statvfs = system.fn("statvfs", ["buffer", "buffer"]);
  const fstatvfs = system.fn("fstatvfs", ["i32", "buffer"]);
  const mknodat = system.fn("mknodat", ["i32", "buffer", "u32", "u64"]);
  const sync = system.fn("sync", []);
  const record = new Statx();

  const stat = (at: number, path: Uint8Array, flags: number, out: BigInt64Array): number => {
    if (statx(at, path, flags, STATX_ALL, record.buffer) < 0) return -system.libc.errno;
    record.fill(out);
    return 0;
  };
  const entries = (fd: number): number => {
    const parts: Uint8Array[] = [];
    const buffer = new Uint8Array(32768);
    for (;;) {
      const count = getdents(fd, buffer, buffer.length);
      if (count < 0) return -system.libc.errno;
      if (count === 0) return pending.give(concatBytes(parts));
      appendEntries(buffer.subarray(0, count), parts);
    }
  };
  const vfs = (result: number, buffer: BigInt64Array, out: BigInt64Array): number => {
    if (result < 0) return -system.libc.errno;
    STATVFS.forEach((_, i) => out[i] = buffer[STATVFS_WORDS[i]]);
    return 0;
  };
  return {
    open: (at, path, flags, mode) => system.checked(openat(at, cstring(path), flags | O_CLOEXEC, mode)),
    stat: (at, path, flags, out) => stat(at, cstring(path), flags, out),
    fstat: (fd, out) => stat(fd, EMPTY, AT_EMPTY_PATH, out),
    listdir: (path) => {
      const fd = openat(AT_FDCWD, cstring(path), O_RDONLY_DIRECTORY | O_CLOEXEC, 0);
      if (fd < 0) return -system.libc.errno;
      const result = entries(fd);
      close(fd);
      return result;
    },
    flistdir: (fd) => {
      lseek(fd, 0n, SEEK_SET);
      const result = entries(fd);
      lseek(fd, 0n, SEEK_SET);
      return result;
    },
    readlink: (at, path) => {
      const buffer = new Uint8Array(PATH_MAX);
      const length = readlinkat(at, cstring(path), buffer, buffer.length);
      return length < 0 ? -system.libc.errno : pending.give(buffer.slice(0, length));
    },
    realpath: (path) => {
      const buffer = new Uint8Array(PATH_MAX);
      return realpath(cstring(path), buffer) === null ? -system.libc.errno : pending.give(untilNul(buffer));
    },
    getcwd: () => {
      const buffer = new Uint8Array(PATH_MAX);
      return getcwd(buffer, buffer.length) === null ? -system.libc.errno : pending.give(untilNul(buffer));
    },
    utimens: (at, path, times, flags) =>
      system.checked(utimensat(at, cstring(path), timespecs(times), flags)),
    futimens: (fd, times) => system.checked(futimens(fd, timespecs(times))),
    truncate: (path, length) => BigInt(system.checked(truncate(cstring(path), length))),
    statvfs: (path, out) => {
      const buffer = new BigInt64Array(16);
      return vfs(statvfs(cstring(path), buffer), buffer, out);
    },
    fstatvfs: (fd, out) => {
      const buffer = new BigInt64Array(16);
      return vfs(fstatvfs(fd, buffer), buffer, out);
    },
    mknod: (at, path, mode, device) => system.checked(mknodat(at, cstring(path), mode, device >>> 0)),
    sync: () => {
      sync();
      return 0;
    },
    mkdir: system.plain("mkdir", "mkdirat"),
    unlink: system.plain("unlink", "unlinkat"),
    rename: system.plain("rename", "renameat"),
    link: system.plain("link", "linkat"),
    symlink: system.plain("symlink", "symlinkat"),
    chmod: system.plain("chmod", "fchmodat"),
    fchmod: system.plain("fchmod", "fchmod"),
    chown: system.plain("chown", "fchownat"),
    fchown: system.plain("fchown", "fchown"),
    access: system.plain("access", "faccessat"),
    chdir: system.plain("chdir", "chdir"),
    fchdir: system.plain("fchdir", "fchdir"),
    umask: system.plain("umask", "umask"),
    mkfifo: system.plain("mkfifo", "mkfifoat"),
  };
}
