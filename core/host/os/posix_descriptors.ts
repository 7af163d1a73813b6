/** What is done to open descriptors: bytes in and out, copies, locks, terminals. */
import type { OsFunctions } from "./calls.ts";
import { untilNul } from "./libc.ts";
import type { System } from "./posix.ts";

const MOST_BYTES = 0x7ffff000;
const O_CLOEXEC = 0o2000000;
const O_NONBLOCK = 0o4000;
const F_DUPFD = 0;
const F_GETFD = 1;
const F_SETFD = 2;
const F_GETFL = 3;
const F_SETFL = 4;
const F_DUPFD_CLOEXEC = 1030;
const FD_CLOEXEC = 1;
const TIOCGWINSZ = 0x5413;
/** `struct termios`: four words of flags, a byte, the control characters, two speeds. */
const TERMIOS_BYTES = 60;
const TERMIOS_CC = 17;
const TERMIOS_SPEEDS = 52;
const CONTROL_CHARACTERS = 32;

type DescriptorCalls = Pick<
  OsFunctions,
  | "close"
  | "closeRange"
  | "read"
  | "write"
  | "pread"
  | "pwrite"
  | "lseek"
  | "dup"
  | "dup2"
  | "pipe"
  | "isatty"
  | "ftruncate"
  | "fsync"
  | "fdatasync"
  | "getInheritable"
  | "setInheritable"
  | "getBlocking"
  | "setBlocking"
  | "fcntl"
  | "ioctl"
  | "flock"
  | "lockf"
  | "sendfile"
  | "poll"
  | "terminalSize"
  | "ttyname"
  | "tcgetattr"
  | "tcsetattr"
  | "openpty"
>;

function counted(bytes: Uint8Array): number {
  return Math.min(bytes.length, MOST_BYTES);
}

/** The calls. */
export function descriptorCalls(system: System): DescriptorCalls {
  return { ...transfers(system), ...copies(system), ...terminals(system) };
}

function transfers(system: System) {
  const read = system.fn("read", ["i32", "buffer", "usize"]);
  const write = system.fn("write", ["i32", "buffer", "usize"]);
  const pread = system.fn("pread", ["i32", "buffer", "usize", "i64"]);
  const pwrite = system.fn("pwrite", ["i32", "buffer", "usize", "i64"]);
  const lseek = system.wideFn("lseek", ["i32", "i64", "i32"]);
  const ftruncate = system.fn("ftruncate", ["i32", "i64"]);
  const sendfile = system.wideFn("sendfile", ["i32", "i32", "buffer", "usize"]);
  const poll = system.fn("poll", ["buffer", "usize", "i32"]);
  return {
    close: system.plain("close", "close"),
    read: (fd, bytes) => system.checked(read(fd, bytes, counted(bytes))),
    write: (fd, bytes) => system.checked(write(fd, bytes, counted(bytes))),
    pread: (fd, bytes, at) => BigInt(system.checked(pread(fd, bytes, counted(bytes), at))),
    pwrite: (fd, bytes, at) => BigInt(system.checked(pwrite(fd, bytes, counted(bytes), at))),
    lseek: (fd, whence, offset) => system.checkedWide(lseek(fd, offset, whence)),
    ftruncate: (fd, length) => BigInt(system.checked(ftruncate(fd, length))),
    fsync: system.plain("fsync", "fsync"),
    fdatasync: system.plain("fdatasync", "fdatasync"),
    sendfile: (to, from, count, at) => {
      const position = at < 0n ? null : new BigInt64Array([at]);
      return system.checkedWide(sendfile(to, from, position, count));
    },
    poll: (pairs, timeout) => {
      for (let i = 1; i < pairs.length; i += 2) pairs[i] &= 0xffff;
      return system.checked(poll(pairs, pairs.length >> 1, timeout));
    },
  } satisfies Partial<OsFunctions>;
}

function copies(system: System) {
  const fcntl = system.fn("fcntl", ["i32", "i32", "i64"]);
  const close = system.fn("close", ["i32"]);
  const dup2 = system.fn("dup2", ["i32", "i32"]);
  const dup3 = system.fn("dup3", ["i32", "i32", "i32"]);
  const pipe2 = system.fn("pipe2", ["buffer", "i32"]);
  const lockf = system.fn("lockf", ["i32", "i32", "i64"]);
  /** Asks for flags and sets them with `change` applied. */
  const setFlags = (fd: number, get: number, set: number, bit: number, on: boolean): number => {
    const flags = fcntl(fd, get, 0n);
    if (flags < 0) return -system.libc.errno;
    const wanted = on ? flags | bit : flags & ~bit;
    return wanted === flags ? 0 : system.checked(fcntl(fd, set, BigInt(wanted)));
  };
  const flag = (fd: number, get: number, bit: number): number => {
    const flags = fcntl(fd, get, 0n);
    return flags < 0 ? -system.libc.errno : (flags & bit) !== 0 ? 0 : 1;
  };
  return {
    closeRange: (low, high) => {
      for (let fd = Math.max(low, 0); fd < high; fd++) close(fd);
      return 0;
    },
    dup: (fd, inherited) => system.checked(fcntl(fd, inherited !== 0 ? F_DUPFD : F_DUPFD_CLOEXEC, 0n)),
    dup2: (fd, to, inherited) =>
      system.checked(inherited !== 0 || fd === to ? dup2(fd, to) : dup3(fd, to, O_CLOEXEC)),
    pipe: (flags, out) => system.checked(pipe2(out, flags)),
    getInheritable: (fd) => flag(fd, F_GETFD, FD_CLOEXEC),
    setInheritable: (fd, on) => setFlags(fd, F_GETFD, F_SETFD, FD_CLOEXEC, on === 0),
    getBlocking: (fd) => flag(fd, F_GETFL, O_NONBLOCK),
    setBlocking: (fd, on) => setFlags(fd, F_GETFL, F_SETFL, O_NONBLOCK, on === 0),
    fcntl: (fd, command, argument) => BigInt(system.checked(fcntl(fd, command, argument))),
    flock: system.plain("flock", "flock"),
    lockf: (fd, command, length) => BigInt(system.checked(lockf(fd, command, length))),
  } satisfies Partial<OsFunctions>;
}

function terminals(system: System) {
  const isatty = system.fn("isatty", ["i32"]);
  const ioctl = system.fn("ioctl", ["i32", "u64", "buffer"]);
  const ttyname = system.fn("ttyname_r", ["i32", "buffer", "usize"]);
  const tcgetattr = system.fn("tcgetattr", ["i32", "buffer"]);
  const tcsetattr = system.fn("tcsetattr", ["i32", "i32", "buffer"]);
  const openpty = system.fn("openpty", ["buffer", "buffer", "pointer", "pointer", "pointer"]);
  return {
    isatty: (fd) => isatty(fd) === 1 ? 1 : 0,
    ioctl: (fd, request, argument) =>
      system.checked(ioctl(fd, request >>> 0, argument.length === 0 ? null : argument)),
    terminalSize: (fd, out) => {
      const size = new Uint16Array(4);
      const result = system.checked(ioctl(fd, TIOCGWINSZ, size));
      out[0] = size[1];
      out[1] = size[0];
      return result;
    },
    ttyname: (fd) => {
      const buffer = new Uint8Array(256);
      const error = ttyname(fd, buffer, buffer.length);
      return error === 0 ? system.pending.give(untilNul(buffer)) : -error;
    },
    tcgetattr: (fd, out) => {
      const bytes = new Uint8Array(TERMIOS_BYTES);
      const result = system.checked(tcgetattr(fd, bytes));
      const view = new DataView(bytes.buffer);
      for (let i = 0; i < 4; i++) out[i] = view.getInt32(4 * i, true);
      for (let i = 0; i < 2; i++) out[4 + i] = view.getInt32(TERMIOS_SPEEDS + 4 * i, true);
      for (let i = 0; i < CONTROL_CHARACTERS; i++) out[6 + i] = bytes[TERMIOS_CC + i];
      return result;
    },
    tcsetattr: (fd, when, fields) => {
      const bytes = new Uint8Array(TERMIOS_BYTES);
      const view = new DataView(bytes.buffer);
      for (let i = 0; i < 4; i++) view.setInt32(4 * i, fields[i], true);
      for (let i = 0; i < 2; i++) view.setInt32(TERMIOS_SPEEDS + 4 * i, fields[4 + i], true);
      for (let i = 0; i < CONTROL_CHARACTERS; i++) bytes[TERMIOS_CC + i] = fields[6 + i];
      return system.checked(tcsetattr(fd, when, bytes));
    },
    openpty: (out) => system.checked(openpty(out.subarray(0, 1), out.subarray(1, 2), null, null, null)),
  } satisfies Partial<OsFunctions>;
}
