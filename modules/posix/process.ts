/** Functions of `posix` that concern the process: identities, environment, signals, times, limits. */
import { type f64, f64FromBits, type FixedArray, type i32, type i64, i64ToF64, i64ToI32 } from "@rts";
import {
  osAbort,
  osCpuCount,
  osEnvironment,
  osExit,
  osGetgroups,
  osGetId,
  osGetloadavg,
  osGetpgid,
  osGetpriority,
  osGetsid,
  osKill,
  osKillpg,
  osPasswd,
  osRandom,
  osSchedYield,
  osSetenv,
  osSetId,
  osSetpgid,
  osSetpriority,
  osSetsid,
  osSync,
  osSysconf,
  osSystem,
  osTake,
  osTimes,
  osUname,
  osUnsetenv,
} from "@rts/os";
import { newBytes } from "../../core/objspace/bytes.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { typeError, valueError } from "../../core/objspace/errors.ts";
import { osError, strerror } from "../../core/objspace/exception_errno.ts";
import { fsDecode, fsEncodeArgument } from "../../core/objspace/fs_path.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { newInt, newInt32 } from "../../core/objspace/int.ts";
import { listOf } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { newStructSeqOf, structseqClass } from "../../core/objspace/structseq.ts";
import { hasIndex, intArgument } from "../../core/objspace/truth.ts";
import { newTuple3 } from "../../core/objspace/tuple.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { checkSignals } from "../../core/interpreter/signals.ts";
import { checked, i64Argument, idArgument, interrupted } from "./arguments.ts";
import { SYSCONF } from "./constants.ts";

/** Which number of the process. */
const PID: i32 = 0;
const PPID: i32 = 1;
const UID: i32 = 2;
const EUID: i32 = 3;
const GID: i32 = 4;
const EGID: i32 = 5;
const PGRP: i32 = 6;

export const getpid = (): W_Root => newInt32(osGetId(PID));
export const getppid = (): W_Root => newInt32(osGetId(PPID));
export const getuid = (): W_Root => newInt32(osGetId(UID));
export const geteuid = (): W_Root => newInt32(osGetId(EUID));
export const getgid = (): W_Root => newInt32(osGetId(GID));
export const getegid = (): W_Root => newInt32(osGetId(EGID));
export const getpgrp = (): W_Root => newInt32(osGetId(PGRP));

function setId(which: i32, w_id: W_Root, what: string): W_Root {
  checked(osSetId(which, idArgument(w_id, what)));
  return w_None;
}
export const setuid = (w_id: W_Root): W_Root => setId(UID, w_id, "uid");
export const seteuid = (w_id: W_Root): W_Root => setId(EUID, w_id, "uid");
export const setgid = (w_id: W_Root): W_Root => setId(GID, w_id, "gid");
export const setegid = (w_id: W_Root): W_Root => setId(EGID, w_id, "gid");

export function getpgid(w_pid: W_Root): W_Root {
  return newInt32(checked(osGetpgid(intArgument(w_pid))));
}
export function setpgid(w_pid: W_Root, w_group: W_Root): W_Root {
  const pid = intArgument(w_pid);
  checked(osSetpgid(pid, intArgument(w_group)));
  return w_None;
}
export function setpgrp(): W_Root {
  checked(osSetpgid(0, 0));
  return w_None;
}
export function getsid(w_pid: W_Root): W_Root {
  return newInt32(checked(osGetsid(intArgument(w_pid))));
}
export function setsid(): W_Root {
  checked(osSetsid());
  return w_None;
}

export function getgroups(): W_Root {
  const groups = new Int32Array(1024);
  const count = checked(osGetgroups(groups));
  const found: W_Root[] = [];
  for (let i: i32 = 0; i < count; i++) found.push(newInt32(groups[i]));
  return listOf(found);
}

/** Texts that end with a NUL each. */
export function nulTexts(bytes: Uint8Array): W_Root[] {
  const texts: W_Root[] = [];
  let start: i32 = 0;
  for (let i: i32 = 0; i < bytes.length; i++) {
    if (bytes[i] !== 0) continue;
    texts.push(fsDecode(part(bytes, start, i)));
    start = i + 1;
  }
  return texts;
}

function part(bytes: Uint8Array, start: i32, end: i32): Uint8Array {
  const piece = new Uint8Array(end - start);
  for (let i = start; i < end; i++) piece[i - start] = bytes[i];
  return piece;
}

/** The environment as a dict of bytes. */
export function environment(): W_Dict {
  const bytes = osTake(checked(osEnvironment()));
  const w_environ = new W_Dict();
  let start: i32 = 0;
  for (let i: i32 = 0; i < bytes.length; i++) {
    if (bytes[i] !== 0) continue;
    let equals = start;
    while (equals < i && bytes[equals] !== 0x3d) equals++;
    if (equals < i) {
      const w_name = newBytes(part(bytes, start, equals));
      if (w_environ.get(w_name) === null) w_environ.set(w_name, newBytes(part(bytes, equals + 1, i)));
    }
    start = i + 1;
  }
  return w_environ;
}

const EINVAL: i32 = 22;

export function putenv(w_name: W_Root, w_value: W_Root): W_Root {
  const name = fsEncodeArgument(w_name);
  const value = fsEncodeArgument(w_value);
  for (let i: i32 = 0; i < name.length; i++) {
    if (name[i] === 0x3d) throw valueError("illegal environment variable name");
  }
  if (name.length === 0) throw osError(EINVAL, null);
  checked(osSetenv(name, value));
  return w_None;
}
export function unsetenv(w_name: W_Root): W_Root {
  const name = fsEncodeArgument(w_name);
  if (name.length === 0) throw osError(EINVAL, null);
  checked(osUnsetenv(name));
  return w_None;
}

const unameType: W_Type = structseqClass("uname_result", "posix", {
  doc: "What uname() tells of the system.",
  fields: ["sysname", "nodename", "release", "version", "machine"],
});
const timesType: W_Type = structseqClass("times_result", "posix", {
  doc: "What times() tells of the process, in seconds.",
  fields: ["user", "system", "children_user", "children_system", "elapsed"],
});
export { timesType, unameType };

export function uname(): W_Root {
  return newStructSeqOf(unameType, nulTexts(osTake(checked(osUname()))));
}

export function times(): W_Root {
  const fields = new BigInt64Array(5);
  checked(osTimes(fields));
  const values: W_Root[] = [];
  // CPython counts in ticks of a hundredth of a second.
  for (let i: i32 = 0; i < 5; i++) values.push(newFloat(i64ToF64(fields[i] / 10_000_000n) / 100.0));
  return newStructSeqOf(timesType, values);
}

export function kill(w_pid: W_Root, w_signal: W_Root): W_Root {
  const pid = intArgument(w_pid);
  checked(osKill(pid, intArgument(w_signal)));
  checkSignals();
  return w_None;
}
export function killpg(w_group: W_Root, w_signal: W_Root): W_Root {
  const group = intArgument(w_group);
  checked(osKillpg(group, intArgument(w_signal)));
  checkSignals();
  return w_None;
}

export function exit(w_status: W_Root): W_Root {
  osExit(intArgument(w_status));
  return w_None;
}
export function abort(): W_Root {
  osAbort();
  return w_None;
}

export function system(w_command: W_Root): W_Root {
  return newInt32(checked(osSystem(fsEncodeArgument(w_command))));
}

export function cpuCount(): W_Root {
  const count = osCpuCount();
  return count > 0 ? newInt32(count) : w_None;
}

export function getloadavg(): W_Root {
  const fields = new BigInt64Array(3);
  if (osGetloadavg(fields) < 0) throw osError(EIO, null);
  return newTuple3(load(fields[0]), load(fields[1]), load(fields[2]));
}
const EIO: i32 = 5;
function load(bits: i64): W_Root {
  const value: f64 = f64FromBits(bits);
  return newFloat(value);
}

function randomBytes(size: i32, flags: i32): Uint8Array {
  const bytes = new Uint8Array(size);
  let at: i32 = 0;
  while (at < size) {
    const count = osRandom(bytes, at, size - at, flags);
    if (interrupted(count)) continue;
    checked(count);
    if (count === 0) break;
    at += count;
  }
  return bytes;
}
export function urandom(w_size: W_Root): W_Root {
  const size = intArgument(w_size);
  if (size < 0) throw valueError("negative argument not allowed");
  return newBytes(randomBytes(size, 0));
}
export function getrandom(w_size: W_Root, w_flags: W_Root): W_Root {
  const size = intArgument(w_size);
  if (size < 0) throw osError(EINVAL, null);
  const flags = intArgument(w_flags);
  if ((flags & ~3) !== 0) throw osError(EINVAL, null);
  return newBytes(randomBytes(size, flags));
}

const SYSCONF_NAMES: Map<string, i32> = new Map<string, i32>(Object.entries(SYSCONF));
const UNLIMITED: i64 = -0x100000000n;

export function sysconf(w_name: W_Root): W_Root {
  let which: i32 = -1;
  if (w_name instanceof W_Str) {
    which = SYSCONF_NAMES.get(w_name.toRts()) ?? -1;
    if (which < 0) throw valueError("unrecognized configuration name");
  } else if (hasIndex(w_name)) {
    which = intArgument(w_name);
  } else {
    throw typeError("configuration names must be strings or integers");
  }
  const value = osSysconf(which);
  if (value === UNLIMITED) return newInt32(-1);
  if (value < 0n) throw osError(i64ToI32(-value), null);
  return newInt(value);
}

export function schedYield(): W_Root {
  checked(osSchedYield());
  return w_None;
}

export function sync(): W_Root {
  osSync();
  return w_None;
}

export function getpriority(w_which: W_Root, w_who: W_Root): W_Root {
  const which = intArgument(w_which);
  return newInt32(checked(osGetpriority(which, intArgument(w_who))) - 20);
}
export function setpriority(w_which: W_Root, w_who: W_Root, w_priority: W_Root): W_Root {
  const which = intArgument(w_which);
  const who = intArgument(w_who);
  checked(osSetpriority(which, who, intArgument(w_priority)));
  return w_None;
}
export function nice(w_increment: W_Root): W_Root {
  const increment = intArgument(w_increment);
  const current = checked(osGetpriority(0, 0)) - 20;
  if (increment !== 0) checked(osSetpriority(0, 0, current + increment));
  return newInt32(checked(osGetpriority(0, 0)) - 20);
}

/** `strerror(code)`. */
export function strerrorOf(w_code: W_Root): W_Root {
  return fromRts(strerror(intArgument(w_code)));
}

const w_tty: W_Str = internRts("/dev/tty");
export function ctermid(): W_Root {
  return w_tty;
}

/** The name of the user. */
export function getlogin(): W_Root {
  const length = osPasswd(osGetId(UID), EMPTY_NAME);
  if (length < 0) throw osError(-length, null);
  return nulTexts(osTake(length))[0];
}
const EMPTY_NAME: Uint8Array = new Uint8Array(0);

export function major(w_device: W_Root): W_Root {
  const device = i64Argument(w_device);
  return newInt(((device >> 8n) & 0xfffn) | ((device >> 32n) & 0xfffff000n));
}
export function minor(w_device: W_Root): W_Root {
  const device = i64Argument(w_device);
  return newInt((device & 0xffn) | ((device >> 12n) & 0xffffff00n));
}
export function makedev(w_major: W_Root, w_minor: W_Root): W_Root {
  const high = i64Argument(w_major);
  const low = i64Argument(w_minor);
  return newInt(
    ((high & 0xfffn) << 8n) | ((high & 0xfffff000n) << 32n) | (low & 0xffn) | ((low & 0xffffff00n) << 12n),
  );
}

/** `register_at_fork`: nothing forks. */
export function registerAtFork(_scope: FixedArray<W_Root>): W_Root {
  return w_None;
}
