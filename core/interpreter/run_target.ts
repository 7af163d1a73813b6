/**
 * What the command line asks for: a command, a module, a file, standard input, or the interactive interpreter. Modules,
 * folders and archives are run by `runpy`, the interactive loop by `_pypy_repl`, both Python.
 */
import type { Exception, i32, i64 } from "@rts";
import { osIsatty, osStat } from "@rts/os";
import type { Config } from "./config.ts";
import { CompileRequest, compileRequest } from "./compile.ts";
import type { W_Code } from "./code.ts";
import { newFrame } from "./frame.ts";
import { runFrame } from "./eval.ts";
import { importModule } from "./import_module.ts";
import { handleExit } from "./lifecycle.ts";
import { openFile, readAndClose, readInto } from "./files.ts";
import { runtimeFlags } from "./runtime_flags.ts";
import { writeStderr } from "./stderr.ts";
import { builtinsModule, sysModule, w_modules } from "./sys_module.ts";
import { asOperationError } from "./unwind.ts";
import { getattr } from "../objspace/attributes.ts";
import { W_Bytes } from "../objspace/bytes.ts";
import { W_Dict } from "../objspace/dict.ts";
import { call0, call1, call2, callMethod2 } from "../objspace/call.ts";
import { strerror } from "../objspace/exception_errno.ts";
import { fsEncode } from "../objspace/fs_path.ts";
import { newInt32, w_False } from "../objspace/int.ts";
import { newModule, type W_Module } from "../objspace/module.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { internRts } from "../objspace/str/intern.ts";
import { fromRts, W_Str } from "../objspace/str/wstr.ts";
import { W_List } from "../objspace/list.ts";
import { ByteBuilder } from "../objspace/unicode/bytebuilder.ts";

const s_main: W_Str = internRts("__main__");
const s_name: W_Str = internRts("__name__");
const s_builtins: W_Str = internRts("__builtins__");
const s_file: W_Str = internRts("__file__");
const s_cached: W_Str = internRts("__cached__");
const s_loader: W_Str = internRts("__loader__");
const s_annotations: W_Str = internRts("__annotations__");
const s_path: W_Str = internRts("path");
const s_insert: W_Str = internRts("insert");
const s_runModule: W_Str = internRts("_run_module_as_main");
const s_interact: W_Str = internRts("interact");

/** Runs the target; the exit code. Throws what nobody caught. */
export function runTarget(config: Config): i32 {
  const w_main = newMain();
  const mode = config.text("mode");
  if (mode === "interactive" && isInteractive(config)) return interact(config, true);
  let code: i32 = 0;
  try {
    if (mode === "command") runCommand(config, w_main);
    else if (mode === "module") runModule(config);
    else if (mode === "file") code = runFile(config, w_main);
    else runStdin(config, w_main);
  } catch (e) {
    if (!runtimeFlags.inspect) throw e;
    code = handleExit(asOperationError(e as Exception));
  }
  return runtimeFlags.inspect ? interact(config, false) : code;
}

/** Nothing was asked for and somebody sits there, or `-i` was given. */
function isInteractive(_config: Config): boolean {
  return runtimeFlags.interactive || osIsatty(0) === 1;
}

function newMain(): W_Module {
  const w_main = newModule();
  const w_dict = w_main.w_dict;
  w_dict.setStr(s_name, s_main);
  w_dict.setStr(internRts("__doc__"), w_None);
  w_dict.setStr(internRts("__package__"), w_None);
  w_dict.setStr(s_loader, w_None);
  w_dict.setStr(internRts("__spec__"), w_None);
  w_dict.setStr(s_annotations, new W_Dict());
  w_dict.setStr(s_builtins, builtinsModule);
  w_modules.set(s_main, w_main);
  return w_main;
}

function prependPath(folder: W_Str): void {
  const w_path = sysModule.w_dict.getStr(s_path);
  if (w_path instanceof W_List) callMethod2(w_path, s_insert, newInt32(0), folder);
}

/** `kind` is that of the request: "file" for what a script's name led to. */
function runSource(source: Uint8Array, kind: string, w_filename: W_Str, w_main: W_Module): void {
  const request = new CompileRequest(w_filename, new W_Bytes(source));
  request.kind = kind;
  request.optimize = runtimeFlags.optimize;
  const code = compileRequest(request) as W_Code;
  const w_dict = w_main.w_dict;
  runFrame(newFrame(code, w_dict, builtinsModule.w_dict, w_dict));
}

function runCommand(config: Config, w_main: W_Module): void {
  if (!config.flag("isolated")) prependPath(fromRts(""));
  runSource(fsEncode(fromRts(config.text("target"))), "bytes", fromRts("<string>"), w_main);
}

function runModule(config: Config): void {
  if (!config.flag("isolated")) prependPath(fromRts(currentFolder()));
  const w_runpy = importModule("runpy");
  call1(getattr(w_runpy, s_runModule), fromRts(config.text("target")));
}

const STAT_FIELDS: i32 = 14;
const TYPE_MASK: i64 = 0o170000n;
const FOLDER: i64 = 0o040000n;

function runFile(config: Config, w_main: W_Module): i32 {
  const path = absolute(config.text("target"));
  const w_path = fromRts(path);
  const fields = new BigInt64Array(STAT_FIELDS);
  const status = osStat(-100, fsEncode(w_path), 0, fields);
  if (status >= 0 && (fields[0] & TYPE_MASK) === FOLDER) return runContainer(w_path);
  const fd = openFile(fsEncode(w_path));
  if (fd < 0) {
    const shown = config.text("executable");
    writeStderr(fromRts(`${shown}: can't open file '${path}': [Errno ${-fd}] ${strerror(-fd)}\n`));
    return 2;
  }
  // Once: a pipe gives what it holds to its first reader.
  const source = readAndClose(fd);
  if (source !== null && isArchive(source)) return runContainer(w_path);
  if (!config.flag("isolated")) prependPath(fromRts(folderOf(path)));
  w_main.w_dict.setStr(s_file, w_path);
  w_main.w_dict.setStr(s_cached, w_None);
  if (source !== null) {
    runSource(config.flag("skip_first_line") ? withoutFirstLine(source) : source, "file", w_path, w_main);
  }
  return 0;
}

/** A zip archive ends in a directory of its entries; its first bytes are those of an entry, or of a script before it. */
function isArchive(data: Uint8Array): boolean {
  if (data.length < 22) return false;
  const first = Math.max(0, data.length - 65557);
  for (let at: i32 = data.length - 22; at >= first; at--) {
    if (data[at] === 0x50 && data[at + 1] === 0x4b && data[at + 2] === 5 && data[at + 3] === 6) return true;
  }
  return false;
}

/** A folder or an archive with a `__main__`. */
function runContainer(w_path: W_Str): i32 {
  prependPath(w_path);
  const w_runpy = importModule("runpy");
  call2(getattr(w_runpy, s_runModule), s_main, w_False);
  return 0;
}

function withoutFirstLine(source: Uint8Array): Uint8Array {
  let at: i32 = 0;
  while (at < source.length && source[at] !== 10) at++;
  const rest = new Uint8Array(source.length - at);
  for (let i = 0; i < rest.length; i++) rest[i] = source[at + i];
  return rest;
}

function currentFolder(): string {
  const w_os = importModule("posix");
  const w_cwd = call0(getattr(w_os, internRts("getcwd")));
  return w_cwd instanceof W_Str ? w_cwd.toRts() : "";
}

function absolute(path: string): string {
  return path.startsWith("/") ? path : `${currentFolder()}/${path}`;
}

/** Folder of a script as `sys.path[0]` has it: links resolved, as CPython does. */
function folderOf(path: string): string {
  const w_path = importModule("posixpath");
  const w_real = call1(getattr(w_path, internRts("realpath")), fromRts(path));
  const text = w_real instanceof W_Str ? w_real.toRts() : path;
  const slash = text.lastIndexOf("/");
  return slash < 0 ? "" : text.substring(0, slash);
}

function runStdin(config: Config, w_main: W_Module): void {
  if (!config.flag("isolated")) prependPath(fromRts(""));
  const source = new ByteBuilder();
  readInto(0, source);
  runSource(source.build(), "file", fromRts("<stdin>"), w_main);
}

/** The read-eval-print loop; the exit code. */
function interact(config: Config, banner: boolean): i32 {
  if (banner && !config.flag("isolated")) prependPath(fromRts(""));
  const w_repl = importModule("_pypy_repl");
  const w_banner: W_Root = banner && !config.flag("quiet") ? fromRts("1") : w_None;
  call2(getattr(w_repl, s_interact), w_banner, fromRts(config.text("startup")));
  return 0;
}
