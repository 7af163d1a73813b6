/**
 * Other programs: `posix_spawn`, for `fork` would leave V8 without its other threads; `exec`, which ends these; and
 * waiting.
 */
import {
  type OsFunctions,
  SPAWN_CLOSE_FDS,
  SPAWN_RESTORE_SIGNALS,
  SPAWN_SEARCH,
  SPAWN_SETPGROUP,
  SPAWN_SETSID,
  SPAWN_SETTINGS,
} from "./calls.ts";
import { cstring, splitNul } from "./libc.ts";
import type { System } from "./posix.ts";
import { fillUsage } from "./posix_process.ts";

/** More than the C library's structures need. */
const STRUCTURE_BYTES = 512;
const SIGSET_BYTES = 128;
const POSIX_SPAWN_SETPGROUP = 0x02;
const POSIX_SPAWN_SETSIGDEF = 0x04;
const POSIX_SPAWN_SETSIGMASK = 0x08;
const POSIX_SPAWN_SETSID = 0x80;
const SIGPIPE = 13;
const SIGXFSZ = 25;
const F_GETFD = 1;
const FD_CLOEXEC = 1;
/** "All that there is" of `exec` and `spawn` without settings. */
const FIRST_OTHER = 3;

type SpawnCalls = Pick<OsFunctions, "spawn" | "exec" | "system" | "waitpid" | "wait4">;

/** Texts in C's form: an array of pointers that ends with null. The block must stay alive as long as it is used. */
class TextTable {
  private readonly block: Uint8Array<ArrayBuffer>;
  readonly pointers: BigUint64Array;

  constructor(texts: readonly Uint8Array[]) {
    const length = texts.reduce((sum, text) => sum + text.length + 1, 0);
    this.block = new Uint8Array(new ArrayBuffer(length + 1));
    const base = BigInt(Deno.UnsafePointer.value(Deno.UnsafePointer.of(this.block)));
    this.pointers = new BigUint64Array(texts.length + 1);
    let at = 0;
    texts.forEach((text, i) => {
      this.block.set(text, at);
      this.pointers[i] = base + BigInt(at);
      at += text.length + 1;
    });
  }
}

/** What is asked for: program, folder, arguments, environment. */
interface Request {
  readonly program: Uint8Array;
  readonly folder: Uint8Array;
  readonly args: TextTable;
  readonly environment: TextTable;
}
function requestOf(block: Uint8Array, settings: Int32Array): Request {
  const texts = splitNul(block);
  const first = 2;
  const end = first + settings[2];
  return {
    program: cstring(texts[0]),
    folder: texts[1],
    args: new TextTable(texts.slice(first, end)),
    environment: new TextTable(texts.slice(end)),
  };
}

function pairsOf(settings: Int32Array): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = SPAWN_SETTINGS; i + 1 < settings.length; i += 2) pairs.push([settings[i], settings[i + 1]]);
  return pairs;
}

/** Descriptors that a child would inherit, beside the first three. */
function inheritable(fcntl: (...args: unknown[]) => number): number[] {
  const found: number[] = [];
  for (const { name } of Deno.readDirSync("/proc/self/fd")) {
    const fd = Number(name);
    const flags = fcntl(fd, F_GETFD, 0n);
    if (fd >= FIRST_OTHER && flags >= 0 && (flags & FD_CLOEXEC) === 0) found.push(fd);
  }
  return found;
}

/** The calls. */
export function spawnCalls(system: System): SpawnCalls {
  const waitpid = system.fn("waitpid", ["i32", "buffer", "i32"]);
  const wait4 = system.fn("wait4", ["i32", "buffer", "i32", "buffer"]);
  const execve = system.fn("execve", ["buffer", "buffer", "buffer"]);
  return {
    spawn: spawner(system),
    exec: (block, settings) => {
      const { program, args, environment } = system.kept = requestOf(block, settings);
      return system.checked(execve(program, args.pointers, environment.pointers));
    },
    system: system.plain("system", "system"),
    waitpid: (child, options, status) => system.checked(waitpid(child, status, options)),
    wait4: (child, options, status, out) => {
      const words = new BigInt64Array(18);
      const result = system.checked(wait4(child, status, options, words));
      fillUsage(words, out);
      return result;
    },
  };
}

function spawner(system: System): OsFunctions["spawn"] {
  const types: Deno.NativeType[] = ["buffer", "buffer", "buffer", "buffer", "buffer", "buffer"];
  const spawn = system.fn("posix_spawn", types);
  const spawnp = system.fn("posix_spawnp", types);
  const fcntl = system.fn("fcntl", ["i32", "i32", "i64"]);
  const actionsInit = system.fn("posix_spawn_file_actions_init", ["buffer"]);
  const actionsDestroy = system.fn("posix_spawn_file_actions_destroy", ["buffer"]);
  const addClose = system.fn("posix_spawn_file_actions_addclose", ["buffer", "i32"]);
  const addDup2 = system.fn("posix_spawn_file_actions_adddup2", ["buffer", "i32", "i32"]);
  const addChdir = system.fn("posix_spawn_file_actions_addchdir_np", ["buffer", "buffer"]);
  const attributes = attributesOf(system);

  const fill = (actions: Uint8Array, { folder }: Request, settings: Int32Array): void => {
    const pairs = pairsOf(settings);
    for (const [from, to] of pairs) {
      if (from < 0) addClose(actions, to);
      else addDup2(actions, from, to);
    }
    if (folder.length > 0) addChdir(actions, cstring(folder));
    if ((settings[0] & SPAWN_CLOSE_FDS) === 0) return;
    for (const fd of inheritable(fcntl)) if (!pairs.some(([, to]) => to === fd)) addClose(actions, fd);
  };
  return (block, settings) => {
    const request = requestOf(block, settings);
    system.kept = request;
    const actions = new Uint8Array(STRUCTURE_BYTES);
    actionsInit(actions);
    fill(actions, request, settings);
    const child = new Int32Array(1);
    const run = (settings[0] & SPAWN_SEARCH) !== 0 ? spawnp : spawn;
    const error = run(
      child,
      request.program,
      actions,
      attributes(settings),
      request.args.pointers,
      request.environment.pointers,
    );
    actionsDestroy(actions);
    system.kept = null;
    return error === 0 ? child[0] : error === -1 ? -system.libc.errno : -error;
  };
}

/** Makes the attributes of a child: session, group, and signals: none blocked. */
function attributesOf(system: System): (settings: Int32Array) => Uint8Array {
  const init = system.fn("posix_spawnattr_init", ["buffer"]);
  const setFlags = system.fn("posix_spawnattr_setflags", ["buffer", "i16"]);
  const setGroup = system.fn("posix_spawnattr_setpgroup", ["buffer", "i32"]);
  const setMask = system.fn("posix_spawnattr_setsigmask", ["buffer", "buffer"]);
  const setDefault = system.fn("posix_spawnattr_setsigdefault", ["buffer", "buffer"]);
  return (settings) => {
    const [wanted, group] = settings;
    const attributes = new Uint8Array(STRUCTURE_BYTES);
    init(attributes);
    let flags = POSIX_SPAWN_SETSIGMASK;
    setMask(attributes, new Uint8Array(SIGSET_BYTES));
    if ((wanted & SPAWN_SETSID) !== 0) flags |= POSIX_SPAWN_SETSID;
    if ((wanted & SPAWN_SETPGROUP) !== 0) {
      flags |= POSIX_SPAWN_SETPGROUP;
      setGroup(attributes, group);
    }
    if ((wanted & SPAWN_RESTORE_SIGNALS) !== 0) {
      flags |= POSIX_SPAWN_SETSIGDEF;
      const set = new BigUint64Array(SIGSET_BYTES / 8);
      set[0] = 1n << BigInt(SIGPIPE - 1) | 1n << BigInt(SIGXFSZ - 1);
      setDefault(attributes, set);
    }
    setFlags(attributes, flags);
    return attributes;
  };
}
