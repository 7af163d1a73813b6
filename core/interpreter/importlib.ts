/**
 * Bringing up `importlib`: its two bootstrap modules are Python, from the standard library. They are compiled once and
 * kept as `.pyc` files beside it, as importlib itself does for all others.
 */
import { type i32, i64ToI32 } from "@rts";
import { osClose, osMkdir, osOpen, osRename, osStat } from "@rts/os";
import { getBuiltinModule } from "./builtin_modules.ts";
import { CompileRequest, compileRequest } from "./compile.ts";
import type { W_Code } from "./code.ts";
import type { Config } from "./config.ts";
import { readFile, writeAll } from "./files.ts";
import { runtimeFlags } from "./runtime_flags.ts";
import { builtinsModule, sysModule, w_modules } from "./sys_module.ts";
import { newFrame } from "./frame.ts";
import { runFrame } from "./eval.ts";
import { getattr } from "../objspace/attributes.ts";
import { W_Bytes } from "../objspace/bytes.ts";
import { call0, call1, call2 } from "../objspace/call.ts";
import { operationError } from "../objspace/errors.ts";
import { importErrorType } from "../objspace/exception_types.ts";
import { fsEncode } from "../objspace/fs_path.ts";
import type { W_List } from "../objspace/list.ts";
import { newModule, type W_Module } from "../objspace/module.ts";
import type { W_Root } from "../objspace/root.ts";
import { internRts } from "../objspace/str/intern.ts";
import { fromRts, type W_Str } from "../objspace/str/wstr.ts";
import { builtinFunction } from "../objspace/type_finish.ts";
import { ByteBuilder } from "../objspace/unicode/bytebuilder.ts";
import { MarshalReader } from "../../modules/marshal/reader.ts";
import { marshal } from "../../modules/marshal/writer.ts";

const s_name: W_Str = internRts("__name__");
const s_builtins: W_Str = internRts("__builtins__");
const s_install: W_Str = internRts("_install");
const s_installExternal: W_Str = internRts("_install_external_importers");
const s_frozen: W_Str = internRts("_frozen_importlib");
const s_frozenExternal: W_Str = internRts("_frozen_importlib_external");
const s_imp: W_Str = internRts("_imp");
const s_builtinsName: W_Str = internRts("builtins");
const s_pathHooks: W_Str = internRts("path_hooks");
const s_zipimport: W_Str = internRts("zipimport");
const s_zipimporter: W_Str = internRts("zipimporter");
const s_sys: W_Str = internRts("sys");

const MAGIC: i32 = 3439;
const HEADER: i32 = 16;

/** Makes the import system work. Throws ImportError when the library cannot be read, and what the modules raise. */
export function setUpImportlib(config: Config): void {
  w_modules.set(s_sys, sysModule);
  w_modules.set(s_builtinsName, builtinsModule);
  const w_imp = getBuiltinModule(s_imp)!;
  w_modules.set(s_imp, w_imp);
  const w_bootstrap = runLibraryModule(config.library, "importlib/_bootstrap", s_frozen);
  call2(getattr(w_bootstrap, s_install), sysModule, w_imp);
  runLibraryModule(config.library, "importlib/_bootstrap_external", s_frozenExternal);
  call0(getattr(w_bootstrap, s_installExternal));
  library = config.library;
  (sysModule.w_dict.getStr(s_pathHooks) as W_List).append(w_zipHook);
}

/** Folders of the standard library. */
let library: string[] = [];

/**
 * The last of `sys.path_hooks` makes finders for archives. It loads `zipimport` only then: few programs have archives on
 * their path. As CPython's frozen module it is not looked for on the path, which would ask this hook again.
 */
function zipHook(w_path: W_Root): W_Root {
  const w_module = w_modules.get(s_zipimport) ?? runLibraryModule(library, "zipimport", s_zipimport);
  return call1(getattr(w_module, s_zipimporter), w_path);
}
const w_zipHook: W_Root = builtinFunction("zipimporter", ["(path, /)", zipHook], "zipimport");

/** Runs a file of the library as the module `name`. */
function runLibraryModule(folders: string[], file: string, name: W_Str): W_Module {
  const code = libraryCode(folders, file);
  const w_module = newModule();
  const w_dict = w_module.w_dict;
  w_dict.setStr(s_name, name);
  w_dict.setStr(s_builtins, builtinsModule);
  w_modules.set(name, w_module);
  const frame = newFrame(code, w_dict, builtinsModule.w_dict, w_dict);
  runFrame(frame);
  return w_module;
}

function libraryCode(folders: string[], file: string): W_Code {
  for (let i = 0; i < folders.length; i++) {
    const path = `${folders[i]}/${file}.py`;
    const fields = new BigInt64Array(STAT_FIELDS);
    if (osStat(-100, fsEncode(fromRts(path)), 0, fields) < 0) continue;
    return compiled(path, fields);
  }
  throw operationError(importErrorType, `no ${file}.py in the standard library`);
}

const STAT_FIELDS: i32 = 14;
/** Places in what `osStat` fills, see `core/host/os/calls.ts`. */
const STAT_SIZE: i32 = 6;
const STAT_MTIME: i32 = 8;

/** The code of a file: from `__pycache__` where that fits size and time of the source, else compiled and kept. */
function compiled(path: string, fields: BigInt64Array): W_Code {
  const slash = path.lastIndexOf("/");
  const folder = path.substring(0, slash);
  const file = path.substring(slash + 1, path.length - 3);
  const suffix = runtimeFlags.optimize > 0 ? `.opt-${runtimeFlags.optimize}` : "";
  const cache = `${folder}/__pycache__/${file}.pypy310${suffix}.pyc`;
  const header = pycHeader(fields);
  const kept = readFile(fsEncode(fromRts(cache)));
  if (kept !== null && startsWith(kept, header)) {
    return new MarshalReader(kept, HEADER, kept.length).read() as W_Code;
  }
  const source = readFile(fsEncode(fromRts(path)));
  if (source === null) throw operationError(importErrorType, `cannot read ${path}`);
  const request = new CompileRequest(
    fromRts(`<frozen ${file.startsWith("_") ? "importlib." : ""}${file}>`),
    new W_Bytes(source),
  );
  request.optimize = runtimeFlags.optimize;
  const code = compileRequest(request) as W_Code;
  if (!runtimeFlags.dontWriteBytecode) keep(folder, cache, header, marshal(code, 4));
  return code;
}

function pycHeader(fields: BigInt64Array): Uint8Array {
  const out = new ByteBuilder(HEADER);
  out.append(MAGIC & 0xff);
  out.append(MAGIC >> 8);
  out.append(13);
  out.append(10);
  appendWord(out, 0);
  appendWord(out, i64ToI32(fields[STAT_MTIME] / 1000000000n));
  appendWord(out, i64ToI32(fields[STAT_SIZE]));
  return out.build();
}

function appendWord(out: ByteBuilder, value: i32): void {
  out.append(value & 0xff);
  out.append((value >> 8) & 0xff);
  out.append((value >> 16) & 0xff);
  out.append((value >> 24) & 0xff);
}

function startsWith(data: Uint8Array, head: Uint8Array): boolean {
  if (data.length < head.length) return false;
  for (let i = 0; i < head.length; i++) {
    if (data[i] !== head[i]) return false;
  }
  return true;
}

/** Writes a compiled file; a folder that cannot be written to is no error. */
function keep(folder: string, cache: string, header: Uint8Array, body: Uint8Array): void {
  osMkdir(-100, fsEncode(fromRts(`${folder}/__pycache__`)), 0o777);
  const temporary = fsEncode(fromRts(`${cache}.new`));
  const fd = osOpen(-100, temporary, 0x241, 0o666);
  if (fd < 0) return;
  const whole = writeAll(fd, header) && writeAll(fd, body);
  osClose(fd);
  if (whole) osRename(-100, temporary, -100, fsEncode(fromRts(cache)));
}
