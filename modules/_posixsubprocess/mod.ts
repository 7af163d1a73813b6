/**
 * The module `_posixsubprocess`: `fork_exec` over the system's `spawn`. What cannot be started is reported through the
 * pipe that `subprocess` reads, as a forked child would do it.
 */
import type { FixedArray, i32 } from "@rts";
import { osClose, osDup, osEnvironment, osSpawn, osStat, osTake, osUmask, osWrite } from "@rts/os";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { W_Bytes } from "../../core/objspace/bytes.ts";
import { runtimeError, typeError, valueError } from "../../core/objspace/errors.ts";
import { fsEncodeArgument } from "../../core/objspace/fs_path.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { fixedItems } from "../../core/objspace/iteration.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { intArgument, isTrue } from "../../core/objspace/truth.ts";
import type { W_Tuple } from "../../core/objspace/tuple.ts";
import { ByteBuilder } from "../../core/objspace/unicode/bytebuilder.ts";
import { appendText } from "../posix/wait.ts";

const SETSID: i32 = 1;
const RESTORE_SIGNALS: i32 = 4;
const CLOSE_FDS: i32 = 16;
const ENOENT: i32 = 2;
const ENOTDIR: i32 = 20;
/** A process that is certainly no child of ours. */
const NOBODY: i32 = 0x7ffffffe;
const ARGUMENTS: i32 = 21;

/** Descriptors for the child, in pairs. */
class Redirections {
  readonly pairs: i32[] = [];
  /** Copies that we made, to be closed. */
  readonly copies: i32[] = [];

  /** `to` of the child becomes our `from` (-1: stays). A low one would be overwritten before its turn: it is copied. */
  add(from: i32, to: i32): void {
    if (from < 0) return;
    let source = from;
    if (from < to) {
      source = osDup(from, 0);
      while (source >= 0 && source < 3) {
        this.copies.push(source);
        source = osDup(from, 0);
      }
      this.copies.push(source);
    }
    this.pairs.push(source);
    this.pairs.push(to);
  }

  keep(fd: i32): void {
    this.pairs.push(fd);
    this.pairs.push(fd);
  }

  close(): void {
    for (let i: i32 = 0; i < this.copies.length; i++) if (this.copies[i] >= 0) osClose(this.copies[i]);
  }
}

/** The environment as `name=value` and a NUL each. */
function appendEnvironment(texts: ByteBuilder, w_env: W_Root): void {
  if (w_env === w_None) {
    const length = osEnvironment();
    if (length > 0) {
      const bytes = osTake(length);
      texts.appendBytes(bytes, 0, bytes.length);
    }
    return;
  }
  const items = fixedItems(w_env);
  for (let i: i32 = 0; i < items.length; i++) appendText(texts, fsEncodeArgument(items[i]));
}

/** Texts of a call: program, folder, arguments, environment. */
function spawnTexts(program: Uint8Array, folder: Uint8Array, argv: Uint8Array[], w_env: W_Root): Uint8Array {
  const texts = new ByteBuilder();
  appendText(texts, program);
  appendText(texts, folder);
  for (let i: i32 = 0; i < argv.length; i++) appendText(texts, argv[i]);
  appendEnvironment(texts, w_env);
  return texts.build();
}

/** `fork_exec(args, executables, close_fds, pass_fds, cwd, env, …)`: the child. */
function forkExec(scope: FixedArray<W_Root>): W_Root {
  const args = (scope[0] as W_Tuple).items;
  if (args.length !== ARGUMENTS) {
    throw typeError(`fork_exec() takes exactly ${ARGUMENTS} arguments (${args.length} given)`);
  }
  refuseForked(args);
  const argv: Uint8Array[] = [];
  const items = args[0] === w_None ? fixedItems(args[1]) : fixedItems(args[0]);
  for (let i: i32 = 0; i < items.length; i++) argv.push(fsEncodeArgument(items[i]));
  const redirections = new Redirections();
  const settings = settingsOf(args, argv.length, redirections);
  const errorPipe = intArgument(args[13]);
  const umask = intArgument(args[19]);
  const oldMask = umask >= 0 ? osUmask(umask) : -1;
  try {
    return newInt32(spawnFirst(args, argv, settings, errorPipe));
  } finally {
    if (umask >= 0) osUmask(oldMask);
    redirections.close();
  }
}

/** What only a forked child could do. */
function refuseForked(args: FixedArray<W_Root>): void {
  if (args[20] !== w_None) throw runtimeError("preexec_fn needs fork, which this system does not have");
  if (args[16] !== w_None || args[17] !== w_None || args[18] !== w_None) {
    throw runtimeError("user, group and extra_groups need fork, which this system does not have");
  }
}

function settingsOf(args: FixedArray<W_Root>, count: i32, redirections: Redirections): Int32Array {
  const closeFds = isTrue(args[2]);
  if (closeFds && intArgument(args[13]) < 3) throw valueError("errpipe_write must be >= 3");
  redirections.add(intArgument(args[6]), 0);
  redirections.add(intArgument(args[9]), 1);
  redirections.add(intArgument(args[11]), 2);
  const kept = fixedItems(args[3]);
  const errorPipe = intArgument(args[13]);
  for (let i: i32 = 0; i < kept.length; i++) {
    const fd = intArgument(kept[i]);
    if (fd !== errorPipe) redirections.keep(fd);
  }
  const pairs = redirections.pairs;
  const settings = new Int32Array(3 + pairs.length);
  settings[0] = (closeFds ? CLOSE_FDS : 0) | (isTrue(args[14]) ? RESTORE_SIGNALS : 0) |
    (isTrue(args[15]) ? SETSID : 0);
  settings[2] = count;
  for (let i: i32 = 0; i < pairs.length; i++) settings[3 + i] = pairs[i];
  return settings;
}

/** Tries the programs in turn; the child, or {@link NOBODY} after an error that was reported. */
function spawnFirst(args: FixedArray<W_Root>, argv: Uint8Array[], settings: Int32Array, errorPipe: i32): i32 {
  const folder = args[4] === w_None ? NO_BYTES : fsEncodeArgument(args[4]);
  const programs = fixedItems(args[1]);
  if (folder.length > 0) {
    const result = folderError(folder);
    if (result !== 0) return failed(errorPipe, result, "noexec");
  }
  let error: i32 = ENOENT;
  let isFirst = true;
  for (let i: i32 = 0; i < programs.length; i++) {
    const program = programs[i] instanceof W_Bytes
      ? (programs[i] as W_Bytes).data
      : fsEncodeArgument(programs[i]);
    const child = osSpawn(spawnTexts(program, folder, argv, args[5]), settings);
    if (child >= 0) return child;
    if (isFirst) error = -child;
    if (-child !== ENOENT && -child !== ENOTDIR) {
      isFirst = false;
      error = -child;
      break;
    }
  }
  return failed(errorPipe, error, "");
}

const NO_BYTES: Uint8Array = new Uint8Array(0);

/** What changing to a folder would answer: 0 or an error number. */
function folderError(folder: Uint8Array): i32 {
  const fields = new BigInt64Array(14);
  const result = osStat(-100, folder, 0, fields);
  if (result < 0) return -result;
  return (fields[0] & 0o170000n) === 0o040000n ? 0 : ENOTDIR;
}

function failed(errorPipe: i32, errno: i32, what: string): i32 {
  const text = `OSError:${errno.toString(16)}:${what}`;
  const bytes = new Uint8Array(text.length);
  for (let i: i32 = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  osWrite(errorPipe, bytes, 0, bytes.length);
  return NOBODY;
}

defineModule("_posixsubprocess", {
  doc: "Starts programs for subprocess.",
  functions: { fork_exec: { signature: "(*args)", scope: forkExec } },
});
