/**
 * The operating system for RTS, imported as `@rts/os`: one function for each call of `core/host/os/calls.ts`, which
 * says what the fields, flags and settings are. Numbers (errors, flags, signals) are Linux's.
 *
 * Each answers a number that is not negative, or `-errno`; none throws. Paths are bytes without a NUL. Where a call
 * leaves bytes, the answer is their length, and {@link osTake} takes them, before any other call.
 *
 * Translated, the functions of `translator/runtime/os.ts` take their place.
 */
import type { i32, i64 } from "./kinds.ts";
import type { Os } from "../../core/host/os/calls.ts";
import { realOs } from "../../core/host/os/mod.ts";
import type * as translated from "../runtime/os.ts";

let current: Os | null = null;
function system(): Os {
  return current ??= realOs();
}
/** Untranslated only: the system that the functions of this file call. */
export function setSystem(os: Os): void {
  current = os;
}
/** Untranslated only: names the module that stands for this one, so that it is loaded with it. */
export type Translated = typeof translated;

/** Takes the bytes that the last call left; `length` is what it answered. */
export function osTake(_length: i32): Uint8Array {
  return system().takePending();
}

// --- files: `at` arguments are descriptors of directories, or AT_FDCWD ---

/** at, path, flags (Linux's), mode: a descriptor. Descriptors are not inherited unless told. */
export function osOpen(at: i32, path: Uint8Array, flags: i32, mode: i32): i32 {
  return system().open(at, path, flags, mode);
}

export function osClose(fd: i32): i32 {
  return system().close(fd);
}

/** Closes descriptors from the first to before the second; errors do not count. */
export function osCloseRange(low: i32, high: i32): i32 {
  return system().closeRange(low, high);
}

export function osRead(fd: i32, buffer: Uint8Array, start: i32, count: i32): i32 {
  return system().read(fd, buffer.subarray(start, start + count));
}

export function osWrite(fd: i32, buffer: Uint8Array, start: i32, count: i32): i32 {
  return system().write(fd, buffer.subarray(start, start + count));
}

/** descriptor, buffer, position. */
export function osPread(fd: i32, buffer: Uint8Array, start: i32, count: i32, position: i64): i64 {
  return system().pread(fd, buffer.subarray(start, start + count), position);
}

export function osPwrite(fd: i32, buffer: Uint8Array, start: i32, count: i32, position: i64): i64 {
  return system().pwrite(fd, buffer.subarray(start, start + count), position);
}

/** descriptor, whence, offset. */
export function osLseek(fd: i32, whence: i32, offset: i64): i64 {
  return system().lseek(fd, whence, offset);
}

/** descriptor, whether children inherit the copy. */
export function osDup(fd: i32, inherited: i32): i32 {
  return system().dup(fd, inherited);
}

export function osDup2(fd: i32, to: i32, inherited: i32): i32 {
  return system().dup2(fd, to, inherited);
}

/** flags (O_CLOEXEC, O_NONBLOCK), the two descriptors. */
export function osPipe(flags: i32, pair: Int32Array): i32 {
  return system().pipe(flags, pair);
}

/** 1 or 0; an error is 0. */
export function osIsatty(fd: i32): i32 {
  return system().isatty(fd);
}

/** at, path, flags (AT_SYMLINK_NOFOLLOW), `STAT` fields. */
export function osStat(at: i32, path: Uint8Array, flags: i32, fields: BigInt64Array): i32 {
  return system().stat(at, path, flags, fields);
}

export function osFstat(fd: i32, fields: BigInt64Array): i32 {
  return system().fstat(fd, fields);
}

export function osTruncate(path: Uint8Array, length: i64): i64 {
  return system().truncate(path, length);
}

export function osFtruncate(fd: i32, length: i64): i64 {
  return system().ftruncate(fd, length);
}

export function osFsync(fd: i32): i32 {
  return system().fsync(fd);
}

export function osFdatasync(fd: i32): i32 {
  return system().fdatasync(fd);
}

/** Pending: for each entry its type (DT_*, one byte), inode (8 bytes, little-endian), name, and a NUL. */
export function osListdir(path: Uint8Array): i32 {
  return system().listdir(path);
}

export function osFlistdir(fd: i32): i32 {
  return system().flistdir(fd);
}

export function osMkdir(at: i32, path: Uint8Array, mode: i32): i32 {
  return system().mkdir(at, path, mode);
}

/** at, path, flags (AT_REMOVEDIR). */
export function osUnlink(at: i32, path: Uint8Array, flags: i32): i32 {
  return system().unlink(at, path, flags);
}

export function osRename(at: i32, from: Uint8Array, toAt: i32, to: Uint8Array): i32 {
  return system().rename(at, from, toAt, to);
}

/** at, from, at, to, flags (AT_SYMLINK_FOLLOW). */
export function osLink(at: i32, from: Uint8Array, toAt: i32, to: Uint8Array, flags: i32): i32 {
  return system().link(at, from, toAt, to, flags);
}

/** target, at, path. */
export function osSymlink(target: Uint8Array, at: i32, path: Uint8Array): i32 {
  return system().symlink(target, at, path);
}

/** Pending: the target. */
export function osReadlink(at: i32, path: Uint8Array): i32 {
  return system().readlink(at, path);
}

/** Pending: the absolute path without links. */
export function osRealpath(path: Uint8Array): i32 {
  return system().realpath(path);
}

/** at, path, mode, flags. */
export function osChmod(at: i32, path: Uint8Array, mode: i32, flags: i32): i32 {
  return system().chmod(at, path, mode, flags);
}

export function osFchmod(fd: i32, mode: i32): i32 {
  return system().fchmod(fd, mode);
}

/** at, path, user, group (-1: as it is), flags. */
export function osChown(at: i32, path: Uint8Array, user: i32, group: i32, flags: i32): i32 {
  return system().chown(at, path, user, group, flags);
}

export function osFchown(fd: i32, user: i32, group: i32): i32 {
  return system().fchown(fd, user, group);
}

/** at, path, times of access and change in nanoseconds (UTIME_NOW, UTIME_OMIT), flags. */
export function osUtimens(at: i32, path: Uint8Array, times: BigInt64Array, flags: i32): i32 {
  return system().utimens(at, path, times, flags);
}

export function osFutimens(fd: i32, times: BigInt64Array): i32 {
  return system().futimens(fd, times);
}

/** at, path, mode (F_OK, R_OK…), flags (AT_EACCESS). */
export function osAccess(at: i32, path: Uint8Array, mode: i32, flags: i32): i32 {
  return system().access(at, path, mode, flags);
}

/** Pending: the path. */
export function osGetcwd(): i32 {
  return system().getcwd();
}

export function osChdir(path: Uint8Array): i32 {
  return system().chdir(path);
}

export function osFchdir(fd: i32): i32 {
  return system().fchdir(fd);
}

export function osUmask(mask: i32): i32 {
  return system().umask(mask);
}

export function osMkfifo(at: i32, path: Uint8Array, mode: i32): i32 {
  return system().mkfifo(at, path, mode);
}

/** at, path, mode, device. */
export function osMknod(at: i32, path: Uint8Array, mode: i32, device: i32): i32 {
  return system().mknod(at, path, mode, device);
}

export function osGetInheritable(fd: i32): i32 {
  return system().getInheritable(fd);
}

export function osSetInheritable(fd: i32, on: i32): i32 {
  return system().setInheritable(fd, on);
}

export function osGetBlocking(fd: i32): i32 {
  return system().getBlocking(fd);
}

export function osSetBlocking(fd: i32, on: i32): i32 {
  return system().setBlocking(fd, on);
}

export function osFcntl(fd: i32, command: i32, argument: i64): i64 {
  return system().fcntl(fd, command, argument);
}

/** descriptor, request, argument in memory; an empty one passes 0. */
export function osIoctl(fd: i32, request: i32, buffer: Uint8Array, start: i32, count: i32): i32 {
  return system().ioctl(fd, request, buffer.subarray(start, start + count));
}

export function osFlock(fd: i32, operation: i32): i32 {
  return system().flock(fd, operation);
}

/** descriptor, command, length. */
export function osLockf(fd: i32, command: i32, length: i64): i64 {
  return system().lockf(fd, command, length);
}

/** path, `STATVFS` fields. */
export function osStatvfs(path: Uint8Array, fields: BigInt64Array): i32 {
  return system().statvfs(path, fields);
}

export function osFstatvfs(fd: i32, fields: BigInt64Array): i32 {
  return system().fstatvfs(fd, fields);
}

/** to, from, count, position in `from` (-1: where it is). */
export function osSendfile(to: i32, from: i32, count: i32, position: i64): i64 {
  return system().sendfile(to, from, count, position);
}

/** Pairs of a descriptor and events (low half; the answer goes to the high half), milliseconds (-1: for ever). */
export function osPoll(pairs: Int32Array, timeout: i32): i32 {
  return system().poll(pairs, timeout);
}

/** descriptor, columns and lines. */
export function osTerminalSize(fd: i32, pair: Int32Array): i32 {
  return system().terminalSize(fd, pair);
}

/** Pending: the path. */
export function osTtyname(fd: i32): i32 {
  return system().ttyname(fd);
}

/** descriptor, flags of input, output, control, local, speeds in and out, then 32 control characters. */
export function osTcgetattr(fd: i32, fields: Int32Array): i32 {
  return system().tcgetattr(fd, fields);
}

/** descriptor, when, the same. */
export function osTcsetattr(fd: i32, when: i32, fields: Int32Array): i32 {
  return system().tcsetattr(fd, when, fields);
}

/** Two descriptors. */
export function osOpenpty(pair: Int32Array): i32 {
  return system().openpty(pair);
}

export function osSync(): i32 {
  return system().sync();
}

// --- the process ---

/** Pending: `name=value` and a NUL, of all variables. */
export function osEnvironment(): i32 {
  return system().environment();
}

export function osSetenv(name: Uint8Array, value: Uint8Array): i32 {
  return system().setenv(name, value);
}

export function osUnsetenv(name: Uint8Array): i32 {
  return system().unsetenv(name);
}

/** Which of {@link IDS}. */
export function osGetId(which: i32): i32 {
  return system().getId(which);
}

export function osSetId(which: i32, value: i32): i32 {
  return system().setId(which, value);
}

export function osGetpgid(pid: i32): i32 {
  return system().getpgid(pid);
}

export function osSetpgid(pid: i32, group: i32): i32 {
  return system().setpgid(pid, group);
}

export function osGetsid(pid: i32): i32 {
  return system().getsid(pid);
}

export function osSetsid(): i32 {
  return system().setsid();
}

/** The groups; their number. */
export function osGetgroups(groups: Int32Array): i32 {
  return system().getgroups(groups);
}

/** Pending: system, node, release, version, machine, each with a NUL. */
export function osUname(): i32 {
  return system().uname();
}

/** user, system, children's user, children's system, elapsed, in nanoseconds. */
export function osTimes(fields: BigInt64Array): i32 {
  return system().times(fields);
}

/** who, the 16 fields; the two times in nanoseconds. */
export function osGetrusage(who: i32, fields: BigInt64Array): i32 {
  return system().getrusage(who, fields);
}

/** resource, soft and hard. */
export function osGetrlimit(resource: i32, pair: BigInt64Array): i32 {
  return system().getrlimit(resource, pair);
}

export function osSetrlimit(resource: i32, pair: BigInt64Array): i32 {
  return system().setrlimit(resource, pair);
}

/** which, who: the priority plus 20. */
export function osGetpriority(which: i32, who: i32): i32 {
  return system().getpriority(which, who);
}

export function osSetpriority(which: i32, who: i32, priority: i32): i32 {
  return system().setpriority(which, who, priority);
}

export function osCpuCount(): i32 {
  return system().cpuCount();
}

/** Three doubles, by their bits. */
export function osGetloadavg(fields: BigInt64Array): i32 {
  return system().getloadavg(fields);
}

/** bytes to fill, flags. */
export function osRandom(buffer: Uint8Array, start: i32, count: i32, flags: i32): i32 {
  return system().random(buffer.subarray(start, start + count), flags);
}

/** Linux's number of the setting; {@link UNLIMITED} where there is no limit. The second argument is not used. */
export function osSysconf(which: i32): i64 {
  return system().sysconf(which, 0n);
}

export function osSchedYield(): i32 {
  return system().schedYield();
}

export function osKill(pid: i32, signal: i32): i32 {
  return system().kill(pid, signal);
}

export function osKillpg(group: i32, signal: i32): i32 {
  return system().killpg(group, signal);
}

/** Ends the process at once. */
export function osExit(code: i32): i32 {
  return system().exit(code);
}

export function osAbort(): i32 {
  return system().abort();
}

/** Texts, each with a NUL: program, folder (empty: here), arguments, environment. {@link SPAWN_SETTINGS}. The child. */
export function osSpawn(texts: Uint8Array, settings: Int32Array): i32 {
  return system().spawn(texts, settings);
}

/** Becomes another program: what {@link spawn} takes, the settings' flags and pairs do not count. */
export function osExec(texts: Uint8Array, settings: Int32Array): i32 {
  return system().exec(texts, settings);
}

/** Runs a shell command: its status as `waitpid` tells it. */
export function osSystem(command: Uint8Array): i32 {
  return system().system(command);
}

/** child, options, status: the child. */
export function osWaitpid(pid: i32, options: i32, status: Int32Array): i32 {
  return system().waitpid(pid, options, status);
}

/** child, options, status, fields of getrusage. */
export function osWait4(pid: i32, options: i32, status: Int32Array, fields: BigInt64Array): i32 {
  return system().wait4(pid, options, status, fields);
}

/** Pending: the path of the program that runs us. */
export function osExecPath(): i32 {
  return system().execPath();
}

// --- time ---

/** Clock (Linux's number): nanoseconds. The argument is not used. */
export function osClock(which: i32): i64 {
  return system().clock(which, 0n);
}

export function osClockResolution(which: i32): i64 {
  return system().clockResolution(which, 0n);
}

export function osClockSet(which: i32, time: i64): i64 {
  return system().clockSet(which, time);
}

/** Nanoseconds: what is left when a signal came, else 0. */
export function osSleep(duration: i64): i64 {
  return system().sleep(duration);
}

/** Fields of {@link TM}, seconds; pending: the zone's name, the answer its length. */
export function osLocaltime(fields: Int32Array, seconds: i64): i64 {
  return system().localtime(fields, seconds);
}

/** Fields of TM, changed to what they mean; the argument is not used. Answers seconds plus 2 ** 62. */
export function osMktime(fields: Int32Array): i64 {
  return system().mktime(fields, 0n);
}

/** Reads TZ; seconds west of UTC, of the zone and of its summer time, and whether it has one. Pending: two names. */
export function osTzset(fields: Int32Array): i32 {
  return system().tzset(fields);
}

/** format, fields of TM, name of the zone. Pending: the text. */
export function osStrftime(format: Uint8Array, fields: Int32Array, zone: Uint8Array): i32 {
  return system().strftime(format, fields, zone);
}

// --- signals ---

/** signal, `SIGNAL_*` of what to do. */
export function osSignalSet(signal: i32, what: i32): i32 {
  return system().signalSet(signal, what);
}

/** What is done at a signal: 0 to 2, or 3 for a handler that is not ours. */
export function osSignalGet(signal: i32): i32 {
  return system().signalGet(signal);
}

/** Signals that came since, bit 0 for number 1; the argument is not used. */
export function osSignalTake(): i64 {
  return system().signalTake(0n);
}

/** A word of the program, at an address that stays, which turns -1 when a signal comes. */
export function osSignalFlag(flag: Int32Array): i32 {
  return system().signalFlag(flag);
}

/** How (0 block, 1 unblock, 2 set, 3 ask), mask: the mask before. */
export function osSigmask(how: i32, mask: i64): i64 {
  return system().sigmask(how, mask);
}

export function osSigpending(): i64 {
  return system().sigpending(0n);
}

/** Signals, nanoseconds (negative: for ever) and room for three fields of the signal: its number. */
export function osSigwait(request: BigInt64Array): i32 {
  return system().sigwait(request);
}

export function osSiginterrupt(signal: i32, on: i32): i32 {
  return system().siginterrupt(signal, on);
}

export function osAlarm(seconds: i32): i32 {
  return system().alarm(seconds);
}

/** timer; interval, then delay in nanoseconds; the old ones. */
export function osSetitimer(which: i32, times: BigInt64Array, old: BigInt64Array): i32 {
  return system().setitimer(which, times, old);
}

export function osGetitimer(which: i32, times: BigInt64Array): i32 {
  return system().getitimer(which, times);
}

export function osPause(): i32 {
  return system().pause();
}

// --- sockets: addresses are C's sockaddr; where one is answered, it has its length (4 bytes, room before) in front ---

/** family, type (with SOCK_CLOEXEC, SOCK_NONBLOCK), protocol. */
export function osSocket(family: i32, type: i32, protocol: i32): i32 {
  return system().socket(family, type, protocol);
}

export function osSocketpair(family: i32, type: i32, protocol: i32, pair: Int32Array): i32 {
  return system().socketpair(family, type, protocol, pair);
}

export function osBind(fd: i32, address: Uint8Array): i32 {
  return system().bind(fd, address);
}

export function osConnect(fd: i32, address: Uint8Array): i32 {
  return system().connect(fd, address);
}

export function osListen(fd: i32, backlog: i32): i32 {
  return system().listen(fd, backlog);
}

/** descriptor, flags, the peer's address: a descriptor. */
export function osAccept(fd: i32, flags: i32, address: Uint8Array): i32 {
  return system().accept(fd, flags, address);
}

export function osShutdown(fd: i32, how: i32): i32 {
  return system().shutdown(fd, how);
}

export function osGetsockname(fd: i32, address: Uint8Array): i32 {
  return system().getsockname(fd, address);
}

export function osGetpeername(fd: i32, address: Uint8Array): i32 {
  return system().getpeername(fd, address);
}

/** descriptor, buffer, flags. */
export function osRecv(fd: i32, buffer: Uint8Array, start: i32, count: i32, flags: i32): i32 {
  return system().recv(fd, buffer.subarray(start, start + count), flags);
}

export function osSend(fd: i32, buffer: Uint8Array, start: i32, count: i32, flags: i32): i32 {
  return system().send(fd, buffer.subarray(start, start + count), flags);
}

/** descriptor, buffer, flags, the sender's address. */
export function osRecvfrom(
  fd: i32,
  buffer: Uint8Array,
  start: i32,
  count: i32,
  flags: i32,
  address: Uint8Array,
): i32 {
  return system().recvfrom(fd, buffer.subarray(start, start + count), flags, address);
}

export function osSendto(
  fd: i32,
  buffer: Uint8Array,
  start: i32,
  count: i32,
  flags: i32,
  address: Uint8Array,
): i32 {
  return system().sendto(fd, buffer.subarray(start, start + count), flags, address);
}

/** descriptor, level, option, room for the value: its length. */
export function osGetsockopt(
  fd: i32,
  level: i32,
  option: i32,
  value: Uint8Array,
  start: i32,
  count: i32,
): i32 {
  return system().getsockopt(fd, level, option, value.subarray(start, start + count));
}

export function osSetsockopt(
  fd: i32,
  level: i32,
  option: i32,
  value: Uint8Array,
  start: i32,
  count: i32,
): i32 {
  return system().setsockopt(fd, level, option, value.subarray(start, start + count));
}

/** host, service (empty: none), family, type, protocol, flags. Pending: for each address family, type, protocol, length of the address (4 bytes each), the address, the canonical name, and a NUL. Errors are {@link GAI_ERROR} less. */
export function osGetaddrinfo(host: Uint8Array, service: Uint8Array, hints: Int32Array): i32 {
  return system().getaddrinfo(host, service, hints);
}

/** address, flags. Pending: host and service, each with a NUL. */
export function osGetnameinfo(address: Uint8Array, flags: i32): i32 {
  return system().getnameinfo(address, flags);
}

export function osEpollCreate(flags: i32): i32 {
  return system().epollCreate(flags);
}

/** epoll descriptor, operation, descriptor, events. */
export function osEpollCtl(epoll: i32, operation: i32, fd: i32, events: i32): i32 {
  return system().epollCtl(epoll, operation, fd, events);
}

/** epoll descriptor, room for pairs of descriptor and events, milliseconds: how many. */
export function osEpollWait(epoll: i32, pairs: Int32Array, timeout: i32): i32 {
  return system().epollWait(epoll, pairs, timeout);
}

// --- users ---

/** user id, or -1 and a name, or -2 for all. Pending: name, password, id, group, comment, folder, shell, each with a NUL. */
export function osPasswd(which: i32, name: Uint8Array): i32 {
  return system().passwd(which, name);
}

/** group id, or -1 and a name, or -2 for all. Pending: name, password, id, members with commas, each with a NUL. */
export function osGroup(which: i32, name: Uint8Array): i32 {
  return system().group(which, name);
}

/** A service of the runner by its number, bytes in. Pending: bytes out. See `services.ts`. */
export function osService(which: i32, request: Uint8Array): i32 {
  return system().service(which, request);
}

const FLAG = new Int32Array(32);
/** A word that turns -1 when a signal comes that is noted; the program sets it to 0 before it takes them. */
export function osSignalWord(): Int32Array {
  if (FLAG[1] === 0) {
    FLAG[1] = 1;
    osSignalFlag(FLAG);
  }
  return FLAG;
}
