/**
 * `@rts/os` in translated code: each call puts its arguments into the slots of `host_os`, by the table in
 * `core/host/os/calls.ts`. Addresses are taken right at the host call, which cannot collect.
 */
import type { i32, i64 } from "@rts";
import { host_os, host_os_take, host_os_wide } from "@rts/host";
import { addressOf } from "@rts/raw";
import { OsCall } from "../../core/host/os/numbers.ts";

/** Where elements begin: of up to 4 bytes, of 8 bytes (docs/translator.md). */
const SMALL_BASE: i32 = 12;
const WIDE_BASE: i32 = 16;

// Addresses above 2 GiB are negative here; hosts read them as unsigned.
/** @inline */
function bytesOf(array: Uint8Array): i32 {
  return ((addressOf(array) | 0) + SMALL_BASE) | 0;
}
/** @inline */
function bytesAt(array: Uint8Array, start: i32): i32 {
  return (bytesOf(array) + start) | 0;
}
/** @inline */
function i32sOf(array: Int32Array): i32 {
  return ((addressOf(array) | 0) + SMALL_BASE) | 0;
}
/** @inline */
function i64sOf(array: BigInt64Array): i32 {
  return ((addressOf(array) | 0) + WIDE_BASE) | 0;
}

export function osTake(length: i32): Uint8Array {
  const bytes = new Uint8Array(length);
  host_os_take(bytesOf(bytes) >>> 0);
  return bytes;
}

// --- files: `at` arguments are descriptors of directories, or AT_FDCWD ---

export function osOpen(at: i32, path: Uint8Array, flags: i32, mode: i32): i32 {
  return host_os(OsCall.open, at, bytesOf(path), path.length, flags, mode, 0, 0);
}

export function osClose(fd: i32): i32 {
  return host_os(OsCall.close, fd, 0, 0, 0, 0, 0, 0);
}

export function osCloseRange(low: i32, high: i32): i32 {
  return host_os(OsCall.closeRange, low, high, 0, 0, 0, 0, 0);
}

export function osRead(fd: i32, buffer: Uint8Array, start: i32, count: i32): i32 {
  return host_os(OsCall.read, fd, bytesAt(buffer, start), count, 0, 0, 0, 0);
}

export function osWrite(fd: i32, buffer: Uint8Array, start: i32, count: i32): i32 {
  return host_os(OsCall.write, fd, bytesAt(buffer, start), count, 0, 0, 0, 0);
}

export function osPread(fd: i32, buffer: Uint8Array, start: i32, count: i32, position: i64): i64 {
  return host_os_wide(OsCall.pread, fd, bytesAt(buffer, start), count, position);
}

export function osPwrite(fd: i32, buffer: Uint8Array, start: i32, count: i32, position: i64): i64 {
  return host_os_wide(OsCall.pwrite, fd, bytesAt(buffer, start), count, position);
}

export function osLseek(fd: i32, whence: i32, offset: i64): i64 {
  return host_os_wide(OsCall.lseek, fd, whence, 0, offset);
}

export function osDup(fd: i32, inherited: i32): i32 {
  return host_os(OsCall.dup, fd, inherited, 0, 0, 0, 0, 0);
}

export function osDup2(fd: i32, to: i32, inherited: i32): i32 {
  return host_os(OsCall.dup2, fd, to, inherited, 0, 0, 0, 0);
}

export function osPipe(flags: i32, pair: Int32Array): i32 {
  return host_os(OsCall.pipe, flags, i32sOf(pair), pair.length, 0, 0, 0, 0);
}

export function osIsatty(fd: i32): i32 {
  return host_os(OsCall.isatty, fd, 0, 0, 0, 0, 0, 0);
}

export function osStat(at: i32, path: Uint8Array, flags: i32, fields: BigInt64Array): i32 {
  return host_os(OsCall.stat, at, bytesOf(path), path.length, flags, i64sOf(fields), fields.length, 0);
}

export function osFstat(fd: i32, fields: BigInt64Array): i32 {
  return host_os(OsCall.fstat, fd, i64sOf(fields), fields.length, 0, 0, 0, 0);
}

export function osTruncate(path: Uint8Array, length: i64): i64 {
  return host_os_wide(OsCall.truncate, bytesOf(path), path.length, 0, length);
}

export function osFtruncate(fd: i32, length: i64): i64 {
  return host_os_wide(OsCall.ftruncate, fd, 0, 0, length);
}

export function osFsync(fd: i32): i32 {
  return host_os(OsCall.fsync, fd, 0, 0, 0, 0, 0, 0);
}

export function osFdatasync(fd: i32): i32 {
  return host_os(OsCall.fdatasync, fd, 0, 0, 0, 0, 0, 0);
}

export function osListdir(path: Uint8Array): i32 {
  return host_os(OsCall.listdir, bytesOf(path), path.length, 0, 0, 0, 0, 0);
}

export function osFlistdir(fd: i32): i32 {
  return host_os(OsCall.flistdir, fd, 0, 0, 0, 0, 0, 0);
}

export function osMkdir(at: i32, path: Uint8Array, mode: i32): i32 {
  return host_os(OsCall.mkdir, at, bytesOf(path), path.length, mode, 0, 0, 0);
}

export function osUnlink(at: i32, path: Uint8Array, flags: i32): i32 {
  return host_os(OsCall.unlink, at, bytesOf(path), path.length, flags, 0, 0, 0);
}

export function osRename(at: i32, from: Uint8Array, toAt: i32, to: Uint8Array): i32 {
  return host_os(OsCall.rename, at, bytesOf(from), from.length, toAt, bytesOf(to), to.length, 0);
}

export function osLink(at: i32, from: Uint8Array, toAt: i32, to: Uint8Array, flags: i32): i32 {
  return host_os(OsCall.link, at, bytesOf(from), from.length, toAt, bytesOf(to), to.length, flags);
}

export function osSymlink(target: Uint8Array, at: i32, path: Uint8Array): i32 {
  return host_os(OsCall.symlink, bytesOf(target), target.length, at, bytesOf(path), path.length, 0, 0);
}

export function osReadlink(at: i32, path: Uint8Array): i32 {
  return host_os(OsCall.readlink, at, bytesOf(path), path.length, 0, 0, 0, 0);
}

export function osRealpath(path: Uint8Array): i32 {
  return host_os(OsCall.realpath, bytesOf(path), path.length, 0, 0, 0, 0, 0);
}

export function osChmod(at: i32, path: Uint8Array, mode: i32, flags: i32): i32 {
  return host_os(OsCall.chmod, at, bytesOf(path), path.length, mode, flags, 0, 0);
}

export function osFchmod(fd: i32, mode: i32): i32 {
  return host_os(OsCall.fchmod, fd, mode, 0, 0, 0, 0, 0);
}

export function osChown(at: i32, path: Uint8Array, user: i32, group: i32, flags: i32): i32 {
  return host_os(OsCall.chown, at, bytesOf(path), path.length, user, group, flags, 0);
}

export function osFchown(fd: i32, user: i32, group: i32): i32 {
  return host_os(OsCall.fchown, fd, user, group, 0, 0, 0, 0);
}

export function osUtimens(at: i32, path: Uint8Array, times: BigInt64Array, flags: i32): i32 {
  return host_os(OsCall.utimens, at, bytesOf(path), path.length, i64sOf(times), times.length, flags, 0);
}

export function osFutimens(fd: i32, times: BigInt64Array): i32 {
  return host_os(OsCall.futimens, fd, i64sOf(times), times.length, 0, 0, 0, 0);
}

export function osAccess(at: i32, path: Uint8Array, mode: i32, flags: i32): i32 {
  return host_os(OsCall.access, at, bytesOf(path), path.length, mode, flags, 0, 0);
}

export function osGetcwd(): i32 {
  return host_os(OsCall.getcwd, 0, 0, 0, 0, 0, 0, 0);
}

export function osChdir(path: Uint8Array): i32 {
  return host_os(OsCall.chdir, bytesOf(path), path.length, 0, 0, 0, 0, 0);
}

export function osFchdir(fd: i32): i32 {
  return host_os(OsCall.fchdir, fd, 0, 0, 0, 0, 0, 0);
}

export function osUmask(mask: i32): i32 {
  return host_os(OsCall.umask, mask, 0, 0, 0, 0, 0, 0);
}

export function osMkfifo(at: i32, path: Uint8Array, mode: i32): i32 {
  return host_os(OsCall.mkfifo, at, bytesOf(path), path.length, mode, 0, 0, 0);
}

export function osMknod(at: i32, path: Uint8Array, mode: i32, device: i32): i32 {
  return host_os(OsCall.mknod, at, bytesOf(path), path.length, mode, device, 0, 0);
}

export function osGetInheritable(fd: i32): i32 {
  return host_os(OsCall.getInheritable, fd, 0, 0, 0, 0, 0, 0);
}

export function osSetInheritable(fd: i32, on: i32): i32 {
  return host_os(OsCall.setInheritable, fd, on, 0, 0, 0, 0, 0);
}

export function osGetBlocking(fd: i32): i32 {
  return host_os(OsCall.getBlocking, fd, 0, 0, 0, 0, 0, 0);
}

export function osSetBlocking(fd: i32, on: i32): i32 {
  return host_os(OsCall.setBlocking, fd, on, 0, 0, 0, 0, 0);
}

export function osFcntl(fd: i32, command: i32, argument: i64): i64 {
  return host_os_wide(OsCall.fcntl, fd, command, 0, argument);
}

export function osIoctl(fd: i32, request: i32, buffer: Uint8Array, start: i32, count: i32): i32 {
  return host_os(OsCall.ioctl, fd, request, bytesAt(buffer, start), count, 0, 0, 0);
}

export function osFlock(fd: i32, operation: i32): i32 {
  return host_os(OsCall.flock, fd, operation, 0, 0, 0, 0, 0);
}

export function osLockf(fd: i32, command: i32, length: i64): i64 {
  return host_os_wide(OsCall.lockf, fd, command, 0, length);
}

export function osStatvfs(path: Uint8Array, fields: BigInt64Array): i32 {
  return host_os(OsCall.statvfs, bytesOf(path), path.length, i64sOf(fields), fields.length, 0, 0, 0);
}

export function osFstatvfs(fd: i32, fields: BigInt64Array): i32 {
  return host_os(OsCall.fstatvfs, fd, i64sOf(fields), fields.length, 0, 0, 0, 0);
}

export function osSendfile(to: i32, from: i32, count: i32, position: i64): i64 {
  return host_os_wide(OsCall.sendfile, to, from, count, position);
}

export function osPoll(pairs: Int32Array, timeout: i32): i32 {
  return host_os(OsCall.poll, i32sOf(pairs), pairs.length, timeout, 0, 0, 0, 0);
}

export function osTerminalSize(fd: i32, pair: Int32Array): i32 {
  return host_os(OsCall.terminalSize, fd, i32sOf(pair), pair.length, 0, 0, 0, 0);
}

export function osTtyname(fd: i32): i32 {
  return host_os(OsCall.ttyname, fd, 0, 0, 0, 0, 0, 0);
}

export function osTcgetattr(fd: i32, fields: Int32Array): i32 {
  return host_os(OsCall.tcgetattr, fd, i32sOf(fields), fields.length, 0, 0, 0, 0);
}

export function osTcsetattr(fd: i32, when: i32, fields: Int32Array): i32 {
  return host_os(OsCall.tcsetattr, fd, when, i32sOf(fields), fields.length, 0, 0, 0);
}

export function osOpenpty(pair: Int32Array): i32 {
  return host_os(OsCall.openpty, i32sOf(pair), pair.length, 0, 0, 0, 0, 0);
}

export function osSync(): i32 {
  return host_os(OsCall.sync, 0, 0, 0, 0, 0, 0, 0);
}

// --- the process ---

export function osEnvironment(): i32 {
  return host_os(OsCall.environment, 0, 0, 0, 0, 0, 0, 0);
}

export function osSetenv(name: Uint8Array, value: Uint8Array): i32 {
  return host_os(OsCall.setenv, bytesOf(name), name.length, bytesOf(value), value.length, 0, 0, 0);
}

export function osUnsetenv(name: Uint8Array): i32 {
  return host_os(OsCall.unsetenv, bytesOf(name), name.length, 0, 0, 0, 0, 0);
}

export function osGetId(which: i32): i32 {
  return host_os(OsCall.getId, which, 0, 0, 0, 0, 0, 0);
}

export function osSetId(which: i32, value: i32): i32 {
  return host_os(OsCall.setId, which, value, 0, 0, 0, 0, 0);
}

export function osGetpgid(pid: i32): i32 {
  return host_os(OsCall.getpgid, pid, 0, 0, 0, 0, 0, 0);
}

export function osSetpgid(pid: i32, group: i32): i32 {
  return host_os(OsCall.setpgid, pid, group, 0, 0, 0, 0, 0);
}

export function osGetsid(pid: i32): i32 {
  return host_os(OsCall.getsid, pid, 0, 0, 0, 0, 0, 0);
}

export function osSetsid(): i32 {
  return host_os(OsCall.setsid, 0, 0, 0, 0, 0, 0, 0);
}

export function osGetgroups(groups: Int32Array): i32 {
  return host_os(OsCall.getgroups, i32sOf(groups), groups.length, 0, 0, 0, 0, 0);
}

export function osUname(): i32 {
  return host_os(OsCall.uname, 0, 0, 0, 0, 0, 0, 0);
}

export function osTimes(fields: BigInt64Array): i32 {
  return host_os(OsCall.times, i64sOf(fields), fields.length, 0, 0, 0, 0, 0);
}

export function osGetrusage(who: i32, fields: BigInt64Array): i32 {
  return host_os(OsCall.getrusage, who, i64sOf(fields), fields.length, 0, 0, 0, 0);
}

export function osGetrlimit(resource: i32, pair: BigInt64Array): i32 {
  return host_os(OsCall.getrlimit, resource, i64sOf(pair), pair.length, 0, 0, 0, 0);
}

export function osSetrlimit(resource: i32, pair: BigInt64Array): i32 {
  return host_os(OsCall.setrlimit, resource, i64sOf(pair), pair.length, 0, 0, 0, 0);
}

export function osGetpriority(which: i32, who: i32): i32 {
  return host_os(OsCall.getpriority, which, who, 0, 0, 0, 0, 0);
}

export function osSetpriority(which: i32, who: i32, priority: i32): i32 {
  return host_os(OsCall.setpriority, which, who, priority, 0, 0, 0, 0);
}

export function osCpuCount(): i32 {
  return host_os(OsCall.cpuCount, 0, 0, 0, 0, 0, 0, 0);
}

export function osGetloadavg(fields: BigInt64Array): i32 {
  return host_os(OsCall.getloadavg, i64sOf(fields), fields.length, 0, 0, 0, 0, 0);
}

export function osRandom(buffer: Uint8Array, start: i32, count: i32, flags: i32): i32 {
  return host_os(OsCall.random, bytesAt(buffer, start), count, flags, 0, 0, 0, 0);
}

export function osSysconf(which: i32): i64 {
  return host_os_wide(OsCall.sysconf, which, 0, 0, 0n);
}

export function osSchedYield(): i32 {
  return host_os(OsCall.schedYield, 0, 0, 0, 0, 0, 0, 0);
}

export function osKill(pid: i32, signal: i32): i32 {
  return host_os(OsCall.kill, pid, signal, 0, 0, 0, 0, 0);
}

export function osKillpg(group: i32, signal: i32): i32 {
  return host_os(OsCall.killpg, group, signal, 0, 0, 0, 0, 0);
}

export function osExit(code: i32): i32 {
  return host_os(OsCall.exit, code, 0, 0, 0, 0, 0, 0);
}

export function osAbort(): i32 {
  return host_os(OsCall.abort, 0, 0, 0, 0, 0, 0, 0);
}

export function osSpawn(texts: Uint8Array, settings: Int32Array): i32 {
  return host_os(OsCall.spawn, bytesOf(texts), texts.length, i32sOf(settings), settings.length, 0, 0, 0);
}

export function osExec(texts: Uint8Array, settings: Int32Array): i32 {
  return host_os(OsCall.exec, bytesOf(texts), texts.length, i32sOf(settings), settings.length, 0, 0, 0);
}

export function osSystem(command: Uint8Array): i32 {
  return host_os(OsCall.system, bytesOf(command), command.length, 0, 0, 0, 0, 0);
}

export function osWaitpid(pid: i32, options: i32, status: Int32Array): i32 {
  return host_os(OsCall.waitpid, pid, options, i32sOf(status), status.length, 0, 0, 0);
}

export function osWait4(pid: i32, options: i32, status: Int32Array, fields: BigInt64Array): i32 {
  return host_os(OsCall.wait4, pid, options, i32sOf(status), status.length, i64sOf(fields), fields.length, 0);
}

export function osExecPath(): i32 {
  return host_os(OsCall.execPath, 0, 0, 0, 0, 0, 0, 0);
}

// --- time ---

export function osClock(which: i32): i64 {
  return host_os_wide(OsCall.clock, which, 0, 0, 0n);
}

export function osClockResolution(which: i32): i64 {
  return host_os_wide(OsCall.clockResolution, which, 0, 0, 0n);
}

export function osClockSet(which: i32, time: i64): i64 {
  return host_os_wide(OsCall.clockSet, which, 0, 0, time);
}

export function osSleep(duration: i64): i64 {
  return host_os_wide(OsCall.sleep, 0, 0, 0, duration);
}

export function osLocaltime(fields: Int32Array, seconds: i64): i64 {
  return host_os_wide(OsCall.localtime, i32sOf(fields), fields.length, 0, seconds);
}

export function osMktime(fields: Int32Array): i64 {
  return host_os_wide(OsCall.mktime, i32sOf(fields), fields.length, 0, 0n);
}

export function osTzset(fields: Int32Array): i32 {
  return host_os(OsCall.tzset, i32sOf(fields), fields.length, 0, 0, 0, 0, 0);
}

export function osStrftime(format: Uint8Array, fields: Int32Array, zone: Uint8Array): i32 {
  return host_os(
    OsCall.strftime,
    bytesOf(format),
    format.length,
    i32sOf(fields),
    fields.length,
    bytesOf(zone),
    zone.length,
    0,
  );
}

// --- signals ---

export function osSignalSet(signal: i32, what: i32): i32 {
  return host_os(OsCall.signalSet, signal, what, 0, 0, 0, 0, 0);
}

export function osSignalGet(signal: i32): i32 {
  return host_os(OsCall.signalGet, signal, 0, 0, 0, 0, 0, 0);
}

export function osSignalTake(): i64 {
  return host_os_wide(OsCall.signalTake, 0, 0, 0, 0n);
}

export function osSignalFlag(flag: Int32Array): i32 {
  return host_os(OsCall.signalFlag, i32sOf(flag), flag.length, 0, 0, 0, 0, 0);
}

export function osSigmask(how: i32, mask: i64): i64 {
  return host_os_wide(OsCall.sigmask, how, 0, 0, mask);
}

export function osSigpending(): i64 {
  return host_os_wide(OsCall.sigpending, 0, 0, 0, 0n);
}

export function osSigwait(request: BigInt64Array): i32 {
  return host_os(OsCall.sigwait, i64sOf(request), request.length, 0, 0, 0, 0, 0);
}

export function osSiginterrupt(signal: i32, on: i32): i32 {
  return host_os(OsCall.siginterrupt, signal, on, 0, 0, 0, 0, 0);
}

export function osAlarm(seconds: i32): i32 {
  return host_os(OsCall.alarm, seconds, 0, 0, 0, 0, 0, 0);
}

export function osSetitimer(which: i32, times: BigInt64Array, old: BigInt64Array): i32 {
  return host_os(OsCall.setitimer, which, i64sOf(times), times.length, i64sOf(old), old.length, 0, 0);
}

export function osGetitimer(which: i32, times: BigInt64Array): i32 {
  return host_os(OsCall.getitimer, which, i64sOf(times), times.length, 0, 0, 0, 0);
}

export function osPause(): i32 {
  return host_os(OsCall.pause, 0, 0, 0, 0, 0, 0, 0);
}

// --- sockets: addresses are C's sockaddr; where one is answered, it has its length (4 bytes, room before) in front ---

export function osSocket(family: i32, type: i32, protocol: i32): i32 {
  return host_os(OsCall.socket, family, type, protocol, 0, 0, 0, 0);
}

export function osSocketpair(family: i32, type: i32, protocol: i32, pair: Int32Array): i32 {
  return host_os(OsCall.socketpair, family, type, protocol, i32sOf(pair), pair.length, 0, 0);
}

export function osBind(fd: i32, address: Uint8Array): i32 {
  return host_os(OsCall.bind, fd, bytesOf(address), address.length, 0, 0, 0, 0);
}

export function osConnect(fd: i32, address: Uint8Array): i32 {
  return host_os(OsCall.connect, fd, bytesOf(address), address.length, 0, 0, 0, 0);
}

export function osListen(fd: i32, backlog: i32): i32 {
  return host_os(OsCall.listen, fd, backlog, 0, 0, 0, 0, 0);
}

export function osAccept(fd: i32, flags: i32, address: Uint8Array): i32 {
  return host_os(OsCall.accept, fd, flags, bytesOf(address), address.length, 0, 0, 0);
}

export function osShutdown(fd: i32, how: i32): i32 {
  return host_os(OsCall.shutdown, fd, how, 0, 0, 0, 0, 0);
}

export function osGetsockname(fd: i32, address: Uint8Array): i32 {
  return host_os(OsCall.getsockname, fd, bytesOf(address), address.length, 0, 0, 0, 0);
}

export function osGetpeername(fd: i32, address: Uint8Array): i32 {
  return host_os(OsCall.getpeername, fd, bytesOf(address), address.length, 0, 0, 0, 0);
}

export function osRecv(fd: i32, buffer: Uint8Array, start: i32, count: i32, flags: i32): i32 {
  return host_os(OsCall.recv, fd, bytesAt(buffer, start), count, flags, 0, 0, 0);
}

export function osSend(fd: i32, buffer: Uint8Array, start: i32, count: i32, flags: i32): i32 {
  return host_os(OsCall.send, fd, bytesAt(buffer, start), count, flags, 0, 0, 0);
}

export function osRecvfrom(
  fd: i32,
  buffer: Uint8Array,
  start: i32,
  count: i32,
  flags: i32,
  address: Uint8Array,
): i32 {
  return host_os(
    OsCall.recvfrom,
    fd,
    bytesAt(buffer, start),
    count,
    flags,
    bytesOf(address),
    address.length,
    0,
  );
}

export function osSendto(
  fd: i32,
  buffer: Uint8Array,
  start: i32,
  count: i32,
  flags: i32,
  address: Uint8Array,
): i32 {
  return host_os(
    OsCall.sendto,
    fd,
    bytesAt(buffer, start),
    count,
    flags,
    bytesOf(address),
    address.length,
    0,
  );
}

export function osGetsockopt(
  fd: i32,
  level: i32,
  option: i32,
  value: Uint8Array,
  start: i32,
  count: i32,
): i32 {
  return host_os(OsCall.getsockopt, fd, level, option, bytesAt(value, start), count, 0, 0);
}

export function osSetsockopt(
  fd: i32,
  level: i32,
  option: i32,
  value: Uint8Array,
  start: i32,
  count: i32,
): i32 {
  return host_os(OsCall.setsockopt, fd, level, option, bytesAt(value, start), count, 0, 0);
}

export function osGetaddrinfo(host: Uint8Array, service: Uint8Array, hints: Int32Array): i32 {
  return host_os(
    OsCall.getaddrinfo,
    bytesOf(host),
    host.length,
    bytesOf(service),
    service.length,
    i32sOf(hints),
    hints.length,
    0,
  );
}

export function osGetnameinfo(address: Uint8Array, flags: i32): i32 {
  return host_os(OsCall.getnameinfo, bytesOf(address), address.length, flags, 0, 0, 0, 0);
}

export function osEpollCreate(flags: i32): i32 {
  return host_os(OsCall.epollCreate, flags, 0, 0, 0, 0, 0, 0);
}

export function osEpollCtl(epoll: i32, operation: i32, fd: i32, events: i32): i32 {
  return host_os(OsCall.epollCtl, epoll, operation, fd, events, 0, 0, 0);
}

export function osEpollWait(epoll: i32, pairs: Int32Array, timeout: i32): i32 {
  return host_os(OsCall.epollWait, epoll, i32sOf(pairs), pairs.length, timeout, 0, 0, 0);
}

// --- users ---

export function osPasswd(which: i32, name: Uint8Array): i32 {
  return host_os(OsCall.passwd, which, bytesOf(name), name.length, 0, 0, 0, 0);
}

export function osGroup(which: i32, name: Uint8Array): i32 {
  return host_os(OsCall.group, which, bytesOf(name), name.length, 0, 0, 0, 0);
}

export function osService(which: i32, request: Uint8Array): i32 {
  return host_os(OsCall.service, which, bytesOf(request), request.length, 0, 0, 0, 0);
}

/** Prebuilt, so it stays where it is. */
const FLAG: Int32Array = new Int32Array(2);
export function osSignalWord(): Int32Array {
  if (FLAG[1] === 0) {
    FLAG[1] = 1;
    osSignalFlag(FLAG);
  }
  return FLAG;
}
