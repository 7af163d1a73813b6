/** Children: waiting for them, what their status says, running programs. */
import { type FixedArray, type i32, i64ToF64 } from "@rts";
import { osExec, osSpawn, osWait4, osWaitpid } from "@rts/os";
import { callMethod0, type } from "../../core/objspace/call.ts";
import { typeError, valueError } from "../../core/objspace/errors.ts";
import { osError } from "../../core/objspace/exception_errno.ts";
import { fsEncodeArgument } from "../../core/objspace/fs_path.ts";
import { newBool, newInt, newInt32 } from "../../core/objspace/int.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { fixedItems } from "../../core/objspace/iteration.ts";
import { W_List } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import { newStructSeqOf, structseqClass } from "../../core/objspace/structseq.ts";
import { intArgument, isTrue } from "../../core/objspace/truth.ts";
import { newTuple2, newTuple3, W_Tuple } from "../../core/objspace/tuple.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { ByteBuilder } from "../../core/objspace/unicode/bytebuilder.ts";
import { checked, interrupted, type PathArgument, pathArgument, PathKind } from "./arguments.ts";
import { environment } from "./process.ts";
import { Special } from "../../core/objspace/special.ts";

const s_keys: W_Str = internRts("keys");
const s_values: W_Str = internRts("values");

/** The resources that a process used; `resource` shows the same class. */
export const rusageType: W_Type = structseqClass("struct_rusage", "resource", {
  doc: "What getrusage() tells.",
  fields: ("ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt ru_majflt ru_nswap ru_inblock " +
    "ru_oublock ru_msgsnd ru_msgrcv ru_nsignals ru_nvcsw ru_nivcsw").split(" "),
});

/** The `struct_rusage` of fields. */
export function rusageResult(fields: BigInt64Array): W_Root {
  const values: W_Root[] = [];
  for (let i: i32 = 0; i < 2; i++) values.push(newFloat(i64ToF64(fields[i] / 1000n) * 1e-6));
  for (let i: i32 = 2; i < 16; i++) values.push(newInt(fields[i]));
  return newStructSeqOf(rusageType, values);
}

export function waitpid(w_pid: W_Root, w_options: W_Root): W_Root {
  return waitFor(intArgument(w_pid), intArgument(w_options));
}
export function wait(): W_Root {
  return waitFor(-1, 0);
}
function waitFor(pid: i32, options: i32): W_Root {
  const status = new Int32Array(1);
  for (;;) {
    const child = osWaitpid(pid, options, status);
    if (interrupted(child)) continue;
    checked(child);
    return newTuple2(newInt32(child), newInt32(child === 0 ? 0 : status[0]));
  }
}

export function wait4(w_pid: W_Root, w_options: W_Root): W_Root {
  return waitUsage(intArgument(w_pid), intArgument(w_options));
}
export function wait3(w_options: W_Root): W_Root {
  return waitUsage(-1, intArgument(w_options));
}
function waitUsage(pid: i32, options: i32): W_Root {
  const status = new Int32Array(1);
  const fields = new BigInt64Array(16);
  for (;;) {
    const child = osWait4(pid, options, status, fields);
    if (interrupted(child)) continue;
    checked(child);
    return newTuple3(newInt32(child), newInt32(status[0]), rusageResult(fields));
  }
}

// --- statuses ---

function signalOf(status: i32): i32 {
  return status & 0x7f;
}
function isStopped(status: i32): boolean {
  return (status & 0xff) === 0x7f;
}
function isSignaled(status: i32): boolean {
  return signalOf(status) !== 0 && !isStopped(status) && status !== 0xffff;
}
export const wcoredump = (w_status: W_Root): W_Root => newBool((intArgument(w_status) & 0x80) !== 0);
export const wifcontinued = (w_status: W_Root): W_Root => newBool(intArgument(w_status) === 0xffff);
export const wifstopped = (w_status: W_Root): W_Root => newBool(isStopped(intArgument(w_status)));
export const wifsignaled = (w_status: W_Root): W_Root => newBool(isSignaled(intArgument(w_status)));
export const wifexited = (w_status: W_Root): W_Root => newBool(signalOf(intArgument(w_status)) === 0);
export const wexitstatus = (w_status: W_Root): W_Root => newInt32((intArgument(w_status) >> 8) & 0xff);
export const wtermsig = (w_status: W_Root): W_Root => newInt32(signalOf(intArgument(w_status)));
export const wstopsig = (w_status: W_Root): W_Root => newInt32((intArgument(w_status) >> 8) & 0xff);

export function waitstatusToExitcode(w_status: W_Root): W_Root {
  const status = intArgument(w_status);
  if (signalOf(status) === 0) return newInt32((status >> 8) & 0xff);
  if (isSignaled(status)) return newInt32(-signalOf(status));
  if (isStopped(status)) throw valueError(`process stopped by delivery of signal ${(status >> 8) & 0xff}`);
  throw valueError(`invalid wait status: ${status}`);
}

// --- running programs ---

const NUL: i32 = 0;

/** Adds a text and its NUL. */
export function appendText(texts: ByteBuilder, bytes: Uint8Array): void {
  texts.appendBytes(bytes, 0, bytes.length);
  texts.append(NUL);
}

/** Arguments of a program as bytes. Throws TypeError, ValueError. */
export function argumentsOf(w_argv: W_Root, name: string): Uint8Array[] {
  if (!(w_argv instanceof W_List) && !(w_argv instanceof W_Tuple)) {
    throw typeError(`${name} must be a tuple or list`);
  }
  const items = fixedItems(w_argv);
  const texts: Uint8Array[] = [];
  for (let i: i32 = 0; i < items.length; i++) texts.push(fsEncodeArgument(items[i]));
  return texts;
}

/** Appends `name=value` of a mapping. Throws TypeError, ValueError. */
export function appendEnvironment(texts: ByteBuilder, w_environ: W_Root): void {
  const keys = fixedItems(callMethod0(w_environ, s_keys));
  const values = fixedItems(callMethod0(w_environ, s_values));
  for (let i: i32 = 0; i < keys.length; i++) {
    const name = fsEncodeArgument(keys[i]);
    const value = fsEncodeArgument(values[i]);
    if (name.length === 0) throw valueError("illegal environment variable name");
    for (let k: i32 = 0; k < name.length; k++) {
      if (name[k] === 0x3d) throw valueError("illegal environment variable name");
    }
    texts.appendBytes(name, 0, name.length);
    texts.append(0x3d);
    appendText(texts, value);
  }
}

function checkMapping(w_environ: W_Root, function_: string): void {
  const special = type(w_environ).special;
  const isMapping = special[Special.Getitem] !== null && !(w_environ instanceof W_List) &&
    !(w_environ instanceof W_Tuple);
  if (!isMapping) throw typeError(`${function_}: environment must be a mapping object`);
}

/** What `osSpawn` and `osExec` take: program, folder, arguments, environment. */
function programTexts(path: PathArgument, argv: Uint8Array[], w_environ: W_Root): Uint8Array {
  const texts = new ByteBuilder();
  appendText(texts, path.bytes);
  texts.append(NUL);
  for (let i: i32 = 0; i < argv.length; i++) appendText(texts, argv[i]);
  appendEnvironment(texts, w_environ);
  return texts.build();
}

function checkedArguments(w_argv: W_Root, name: string): Uint8Array[] {
  const argv = argumentsOf(w_argv, name === "execv" ? "execv() arg 2" : `${name}: argv`);
  const what = name === "execv" ? "execv() arg 2" : `${name}: argv`;
  if (argv.length === 0) throw valueError(`${what} must not be empty`);
  if (argv[0].length === 0) throw valueError(`${what} first element cannot be empty`);
  return argv;
}

function exec(path: PathArgument, argv: Uint8Array[], w_environ: W_Root): W_Root {
  const settings = new Int32Array(3);
  settings[2] = argv.length;
  checked(osExec(programTexts(path, argv, w_environ), settings));
  return w_None;
}

export function execv(w_path: W_Root, w_argv: W_Root): W_Root {
  const path = pathArgument(w_path, "execv", "path", PathKind.Path);
  return exec(path, checkedArguments(w_argv, "execv"), environment());
}
export function execve(w_path: W_Root, w_argv: W_Root, w_environ: W_Root): W_Root {
  const path = pathArgument(w_path, "execve", "path", PathKind.Path);
  const argv = checkedArguments(w_argv, "execve");
  checkMapping(w_environ, "execve");
  return exec(path, argv, w_environ);
}

const SETSID: i32 = 1;
const SETPGROUP: i32 = 2;
const SEARCH: i32 = 8;
const SPAWN_OPEN: i32 = 0;
const SPAWN_CLOSE: i32 = 1;
const SPAWN_DUP2: i32 = 2;
const ENOSYS: i32 = 38;

/** Pairs of descriptors of `file_actions`. Throws TypeError; OSError for what the system cannot do. */
function filePairs(w_actions: W_Root): i32[] {
  const pairs: i32[] = [];
  if (w_actions === w_None) return pairs;
  const actions = fixedItems(w_actions);
  for (let i: i32 = 0; i < actions.length; i++) {
    const w_action = actions[i];
    if (!(w_action instanceof W_Tuple) || w_action.items.length === 0) {
      throw typeError("Each file_actions element must be a non-empty tuple");
    }
    const items = w_action.items;
    const kind = intArgument(items[0]);
    if (kind === SPAWN_CLOSE && items.length === 2) {
      pairs.push(-1);
      pairs.push(intArgument(items[1]));
    } else if (kind === SPAWN_DUP2 && items.length === 3) {
      pairs.push(intArgument(items[1]));
      pairs.push(intArgument(items[2]));
    } else if (kind === SPAWN_OPEN) {
      throw osError(ENOSYS, null);
    } else {
      throw typeError("Unknown file_actions identifier");
    }
  }
  return pairs;
}

function spawn(scope: FixedArray<W_Root>, name: string, search: i32): W_Root {
  const path = pathArgument(scope[0], name, "path", PathKind.Path);
  const argv = checkedArguments(scope[1], name);
  checkMapping(scope[2], name);
  const pairs = filePairs(scope[3]);
  const settings = new Int32Array(3 + pairs.length);
  settings[0] = search | (isTrue(scope[6]) ? SETSID : 0);
  if (scope[4] !== w_unset && scope[4] !== w_None) {
    settings[0] |= SETPGROUP;
    settings[1] = intArgument(scope[4]);
  }
  settings[2] = argv.length;
  for (let i: i32 = 0; i < pairs.length; i++) settings[3 + i] = pairs[i];
  const child = osSpawn(programTexts(path, argv, scope[2]), settings);
  if (child < 0) throw osError(-child, path.w_object);
  return newInt32(child);
}

export function posixSpawn(scope: FixedArray<W_Root>): W_Root {
  return spawn(scope, "posix_spawn", 0);
}
export function posixSpawnp(scope: FixedArray<W_Root>): W_Root {
  return spawn(scope, "posix_spawnp", SEARCH);
}
