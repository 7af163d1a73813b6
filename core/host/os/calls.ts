/**
 * The calls to the operating system: what they take, in which order, and what they answer. Everything that speaks of
 * them follows this table: the border (`border.ts`), the hosts (`posix.ts`, `nodefs.ts`, `memory.ts`), and
 * `@rts/os` on the program's side, whose functions are named `osOpen` and so on.
 *
 * A call answers a number that is not negative, or `-errno` in Linux's numbers; it never throws. Where it answers
 * bytes of unknown length, these become pending, the answer is their length, and the program takes them at once.
 *
 * | kind    | the host gets                                                       | slots         |
 * | ------- | ------------------------------------------------------------------- | ------------- |
 * | `i32`   | a number                                                            | 1             |
 * | `path`  | bytes without a NUL, as file names are                              | 2, to be read |
 * | `bytes` | a view of the program's memory, to be read or filled within the call | 2             |
 * | `i32s`  | the same of 32-bit integers                                         | 2             |
 * | `i64s`  | the same of 64-bit integers                                         | 2             |
 * | `i64`   | a bigint, the last argument; such calls answer a bigint             | none          |
 */
import { OsCall } from "./numbers.ts";

/** What an argument is. */
export type Kind = "i32" | "path" | "bytes" | "i32s" | "i64s" | "i64";

/** Names of calls. */
export type OsName = keyof typeof OsCall;

/** Arguments by call. Wide calls (with `i64`) have three slots at most, others seven. */
export const OS_CALLS = {
  // --- files: `at` arguments are descriptors of directories, or AT_FDCWD ---
  /** at, path, flags (Linux's), mode: a descriptor. Descriptors are not inherited unless told. */
  open: ["i32", "path", "i32", "i32"],
  close: ["i32"],
  /** Closes descriptors from the first to before the second; errors do not count. */
  closeRange: ["i32", "i32"],
  read: ["i32", "bytes"],
  write: ["i32", "bytes"],
  /** descriptor, buffer, position. */
  pread: ["i32", "bytes", "i64"],
  pwrite: ["i32", "bytes", "i64"],
  /** descriptor, whence, offset. */
  lseek: ["i32", "i32", "i64"],
  /** descriptor, whether children inherit the copy. */
  dup: ["i32", "i32"],
  dup2: ["i32", "i32", "i32"],
  /** flags (O_CLOEXEC, O_NONBLOCK), the two descriptors. */
  pipe: ["i32", "i32s"],
  /** 1 or 0; an error is 0. */
  isatty: ["i32"],
  /** at, path, flags (AT_SYMLINK_NOFOLLOW), `STAT` fields. */
  stat: ["i32", "path", "i32", "i64s"],
  fstat: ["i32", "i64s"],
  truncate: ["path", "i64"],
  ftruncate: ["i32", "i64"],
  fsync: ["i32"],
  fdatasync: ["i32"],
  /** Pending: for each entry its type (DT_*, one byte), inode (8 bytes, little-endian), name, and a NUL. */
  listdir: ["path"],
  flistdir: ["i32"],
  mkdir: ["i32", "path", "i32"],
  /** at, path, flags (AT_REMOVEDIR). */
  unlink: ["i32", "path", "i32"],
  rename: ["i32", "path", "i32", "path"],
  /** at, from, at, to, flags (AT_SYMLINK_FOLLOW). */
  link: ["i32", "path", "i32", "path", "i32"],
  /** target, at, path. */
  symlink: ["path", "i32", "path"],
  /** Pending: the target. */
  readlink: ["i32", "path"],
  /** Pending: the absolute path without links. */
  realpath: ["path"],
  /** at, path, mode, flags. */
  chmod: ["i32", "path", "i32", "i32"],
  fchmod: ["i32", "i32"],
  /** at, path, user, group (-1: as it is), flags. */
  chown: ["i32", "path", "i32", "i32", "i32"],
  fchown: ["i32", "i32", "i32"],
  /** at, path, times of access and change in nanoseconds (UTIME_NOW, UTIME_OMIT), flags. */
  utimens: ["i32", "path", "i64s", "i32"],
  futimens: ["i32", "i64s"],
  /** at, path, mode (F_OK, R_OK…), flags (AT_EACCESS). */
  access: ["i32", "path", "i32", "i32"],
  /** Pending: the path. */
  getcwd: [],
  chdir: ["path"],
  fchdir: ["i32"],
  umask: ["i32"],
  mkfifo: ["i32", "path", "i32"],
  /** at, path, mode, device. */
  mknod: ["i32", "path", "i32", "i32"],
  getInheritable: ["i32"],
  setInheritable: ["i32", "i32"],
  getBlocking: ["i32"],
  setBlocking: ["i32", "i32"],
  fcntl: ["i32", "i32", "i64"],
  /** descriptor, request, argument in memory; an empty one passes 0. */
  ioctl: ["i32", "i32", "bytes"],
  flock: ["i32", "i32"],
  /** descriptor, command, length. */
  lockf: ["i32", "i32", "i64"],
  /** path, `STATVFS` fields. */
  statvfs: ["path", "i64s"],
  fstatvfs: ["i32", "i64s"],
  /** to, from, count, position in `from` (-1: where it is). */
  sendfile: ["i32", "i32", "i32", "i64"],
  /** Pairs of a descriptor and events (low half; the answer goes to the high half), milliseconds (-1: for ever). */
  poll: ["i32s", "i32"],
  /** descriptor, columns and lines. */
  terminalSize: ["i32", "i32s"],
  /** Pending: the path. */
  ttyname: ["i32"],
  /** descriptor, flags of input, output, control, local, speeds in and out, then 32 control characters. */
  tcgetattr: ["i32", "i32s"],
  /** descriptor, when, the same. */
  tcsetattr: ["i32", "i32", "i32s"],
  /** Two descriptors. */
  openpty: ["i32s"],
  sync: [],

  // --- the process ---
  /** Pending: `name=value` and a NUL, of all variables. */
  environment: [],
  setenv: ["path", "path"],
  unsetenv: ["path"],
  /** Which of {@link IDS}. */
  getId: ["i32"],
  setId: ["i32", "i32"],
  getpgid: ["i32"],
  setpgid: ["i32", "i32"],
  getsid: ["i32"],
  setsid: [],
  /** The groups; their number. */
  getgroups: ["i32s"],
  /** Pending: system, node, release, version, machine, each with a NUL. */
  uname: [],
  /** user, system, children's user, children's system, elapsed, in nanoseconds. */
  times: ["i64s"],
  /** who, the 16 fields; the two times in nanoseconds. */
  getrusage: ["i32", "i64s"],
  /** resource, soft and hard. */
  getrlimit: ["i32", "i64s"],
  setrlimit: ["i32", "i64s"],
  /** which, who: the priority plus 20. */
  getpriority: ["i32", "i32"],
  setpriority: ["i32", "i32", "i32"],
  cpuCount: [],
  /** Three doubles, by their bits. */
  getloadavg: ["i64s"],
  /** bytes to fill, flags. */
  random: ["bytes", "i32"],
  /** Linux's number of the setting; {@link UNLIMITED} where there is no limit. The second argument is not used. */
  sysconf: ["i32", "i64"],
  schedYield: [],
  kill: ["i32", "i32"],
  killpg: ["i32", "i32"],
  /** Ends the process at once. */
  exit: ["i32"],
  abort: [],
  /** Texts, each with a NUL: program, folder (empty: here), arguments, environment. {@link SPAWN_SETTINGS}. The child. */
  spawn: ["bytes", "i32s"],
  /** Becomes another program: what {@link spawn} takes, the settings' flags and pairs do not count. */
  exec: ["bytes", "i32s"],
  /** Runs a shell command: its status as `waitpid` tells it. */
  system: ["path"],
  /** child, options, status: the child. */
  waitpid: ["i32", "i32", "i32s"],
  /** child, options, status, fields of getrusage. */
  wait4: ["i32", "i32", "i32s", "i64s"],
  /** Pending: the path of the program that runs us. */
  execPath: [],

  // --- time ---
  /** Clock (Linux's number): nanoseconds. The argument is not used. */
  clock: ["i32", "i64"],
  clockResolution: ["i32", "i64"],
  clockSet: ["i32", "i64"],
  /** Nanoseconds: what is left when a signal came, else 0. */
  sleep: ["i64"],
  /** Fields of {@link TM}, seconds; pending: the zone's name, the answer its length. */
  localtime: ["i32s", "i64"],
  /** Fields of TM, changed to what they mean; the argument is not used. Answers seconds plus 2 ** 62. */
  mktime: ["i32s", "i64"],
  /** Reads TZ; seconds west of UTC, of the zone and of its summer time, and whether it has one. Pending: two names. */
  tzset: ["i32s"],
  /** format, fields of TM, name of the zone. Pending: the text. */
  strftime: ["path", "i32s", "path"],

  // --- signals ---
  /** signal, `SIGNAL_*` of what to do. */
  signalSet: ["i32", "i32"],
  /** What is done at a signal: 0 to 2, or 3 for a handler that is not ours. */
  signalGet: ["i32"],
  /** Signals that came since, bit 0 for number 1; the argument is not used. */
  signalTake: ["i64"],
  /** A word of the program, at an address that stays, which turns -1 when a signal comes. */
  signalFlag: ["i32s"],
  /** How (0 block, 1 unblock, 2 set, 3 ask), mask: the mask before. */
  sigmask: ["i32", "i64"],
  sigpending: ["i64"],
  /** Signals, nanoseconds (negative: for ever) and room for three fields of the signal: its number. */
  sigwait: ["i64s"],
  siginterrupt: ["i32", "i32"],
  alarm: ["i32"],
  /** timer; interval, then delay in nanoseconds; the old ones. */
  setitimer: ["i32", "i64s", "i64s"],
  getitimer: ["i32", "i64s"],
  pause: [],

  // --- sockets: addresses are C's sockaddr; where one is answered, it has its length (4 bytes, room before) in front ---
  /** family, type (with SOCK_CLOEXEC, SOCK_NONBLOCK), protocol. */
  socket: ["i32", "i32", "i32"],
  socketpair: ["i32", "i32", "i32", "i32s"],
  bind: ["i32", "path"],
  connect: ["i32", "path"],
  listen: ["i32", "i32"],
  /** descriptor, flags, the peer's address: a descriptor. */
  accept: ["i32", "i32", "bytes"],
  shutdown: ["i32", "i32"],
  getsockname: ["i32", "bytes"],
  getpeername: ["i32", "bytes"],
  /** descriptor, buffer, flags. */
  recv: ["i32", "bytes", "i32"],
  send: ["i32", "bytes", "i32"],
  /** descriptor, buffer, flags, the sender's address. */
  recvfrom: ["i32", "bytes", "i32", "bytes"],
  sendto: ["i32", "bytes", "i32", "path"],
  /** descriptor, level, option, room for the value: its length. */
  getsockopt: ["i32", "i32", "i32", "bytes"],
  setsockopt: ["i32", "i32", "i32", "bytes"],
  /** host, service (empty: none), family, type, protocol, flags. Pending: for each address family, type, protocol, length of
   * the address (4 bytes each), the address, the canonical name, and a NUL. Errors are {@link GAI_ERROR} less. */
  getaddrinfo: ["path", "path", "i32s"],
  /** address, flags. Pending: host and service, each with a NUL. */
  getnameinfo: ["path", "i32"],
  epollCreate: ["i32"],
  /** epoll descriptor, operation, descriptor, events. */
  epollCtl: ["i32", "i32", "i32", "i32"],
  /** epoll descriptor, room for pairs of descriptor and events, milliseconds: how many. */
  epollWait: ["i32", "i32s", "i32"],

  // --- users ---
  /** user id, or -1 and a name, or -2 for all. Pending: name, password, id, group, comment, folder, shell, each with a NUL. */
  passwd: ["i32", "path"],
  /** group id, or -1 and a name, or -2 for all. Pending: name, password, id, members with commas, each with a NUL. */
  group: ["i32", "path"],

  /** A service of the runner by its number, bytes in. Pending: bytes out. See `services.ts`. */
  service: ["i32", "bytes"],
} as const satisfies Record<OsName, readonly Kind[]>;

/** Names by number. */
export const OS_NAMES: readonly OsName[] = Object.keys(OsCall).filter((name) =>
  isNaN(Number(name))
) as OsName[];

interface Types {
  i32: number;
  path: Uint8Array;
  bytes: Uint8Array;
  i32s: Int32Array;
  i64s: BigInt64Array;
  i64: bigint;
}
type Arguments<T extends readonly Kind[]> = { -readonly [K in keyof T]: Types[T[K]] };
/** Calls that cross by `host_os_wide`. */
export type WideName = {
  [N in OsName]: "i64" extends (typeof OS_CALLS)[N][number] ? N : never;
}[OsName];

/** A system behind the calls. */
export type OsFunctions = {
  [N in OsName]: (...args: Arguments<(typeof OS_CALLS)[N]>) => N extends WideName ? bigint : number;
};
/** A system: its calls, and the bytes that the last one left. */
export interface Os extends OsFunctions {
  /** Takes the pending bytes. */
  takePending(): Uint8Array;
}

/** Tells whether a call crosses by `host_os_wide`. */
export function isWide(name: OsName): name is WideName {
  return (OS_CALLS[name] as readonly Kind[]).includes("i64");
}

/** "Here" as a descriptor of a directory. */
export const AT_FDCWD = -100;

/** Fields that `stat` and `fstat` fill; times in nanoseconds. */
export const STAT = [
  "mode",
  "ino",
  "dev",
  "nlink",
  "uid",
  "gid",
  "size",
  "atime",
  "mtime",
  "ctime",
  "blksize",
  "blocks",
  "rdev",
  "birthtime",
] as const;

/** Fields of `statvfs`. */
export const STATVFS = [
  "bsize",
  "frsize",
  "blocks",
  "bfree",
  "bavail",
  "files",
  "ffree",
  "favail",
  "flag",
  "namemax",
  "fsid",
] as const;

/** Numbers of a process, for `getId` and `setId`. */
export const IDS = ["pid", "ppid", "uid", "euid", "gid", "egid", "pgrp"] as const;

/** Fields of a broken-down time, as C's `struct tm` (the year counts from 1900, the month from 0, Sunday is 0). */
export const TM = ["sec", "min", "hour", "mday", "mon", "year", "wday", "yday", "isdst", "gmtoff"] as const;

/** What to do at a signal. */
export const SIGNAL_DEFAULT = 0;
export const SIGNAL_IGNORE = 1;
/** Note it, for `signalTake`; a blocking call that it meets answers -EINTR. */
export const SIGNAL_NOTE = 2;
/** Somebody else's handler. */
export const SIGNAL_OTHER = 3;

/**
 * The settings of `spawn`, as many: flags (`SPAWN_*`), process group, number of arguments. Pairs of descriptors
 * follow: `from, to` makes the child's descriptor `to` of ours; equal ones are kept; `-1, to` closes one. The order
 * counts.
 */
export const SPAWN_SETTINGS = 3;
/** A session of its own. */
export const SPAWN_SETSID = 1;
/** A process group: the second setting. */
export const SPAWN_SETPGROUP = 2;
/** Default actions at the signals that Python ignores. */
export const SPAWN_RESTORE_SIGNALS = 4;
/** The program is searched in PATH. */
export const SPAWN_SEARCH = 8;
/** Everything from descriptor 3 on that no pair names is closed. */
export const SPAWN_CLOSE_FDS = 16;

/** Errors of `getaddrinfo` and `getnameinfo` (EAI_*, negative) are answered less this. */
export const GAI_ERROR = 10000;

/** Instead of a time of `utimens`: the current one; the one that is there. */
export const UTIME_NOW = -(1n << 63n);
export const UTIME_OMIT = UTIME_NOW + 1n;

/** `mktime` answers seconds plus this, for seconds may be negative. */
export const MKTIME_BASE = 1n << 62n;

/** What `sysconf` answers where a setting has no limit. */
export const UNLIMITED = -(1n << 32n);
