/** `compile`, `exec`, `eval`, `globals`, `locals`, `vars`, `dir`, `__import__`. */
import { dictType } from "../../core/objspace/types.ts";
import type { FixedArray, i32 } from "@rts";
import { ec } from "../../core/interpreter/context.ts";
import { CompileFlag, CompileRequest, compileRequest } from "../../core/interpreter/compile.ts";
import { GENERATOR_FLAGS, W_Code } from "../../core/interpreter/code.ts";
import { runFrame } from "../../core/interpreter/eval.ts";
import { newFrame } from "../../core/interpreter/frame.ts";
import { localsOf } from "../../core/interpreter/frame_locals.ts";
import { newGenerator } from "../../core/interpreter/generator.ts";
import { W_Function } from "../../core/interpreter/function.ts";
import { builtinsOf } from "../../core/interpreter/namespaces.ts";
import { builtinsModule, w_modules } from "../../core/interpreter/sys_module.ts";
import { runtimeFlags } from "../../core/interpreter/runtime_flags.ts";
import { isInitializing } from "../../core/interpreter/imports.ts";
import { removeImportlibFrames } from "../../core/interpreter/import_traceback.ts";
import { importModule } from "../../core/interpreter/import_module.ts";
import { getattr, getattrOrNull } from "../../core/objspace/attributes.ts";
import { W_Bytes } from "../../core/objspace/bytes.ts";
import { bytesOf } from "../../core/objspace/bytes_access.ts";
import { call0, callItems, callSpecial1, type } from "../../core/objspace/call.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { OperationError, systemError, typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { listOf } from "../../core/objspace/list.ts";
import { unpackIterable } from "../../core/objspace/iteration.ts";
import { keyList } from "../../core/objspace/object_dir.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { Special } from "../../core/objspace/special.ts";
import { findChar } from "../../core/objspace/str/find.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { intArgument, isTrue } from "../../core/objspace/truth.ts";
import { W_Tuple } from "../../core/objspace/tuple.ts";
import { fsDecodeArgument } from "../../core/objspace/fs_path.ts";
import { isAstNode, serializeAst, treeFromAnswer } from "../_ast/tree.ts";

const s_builtins: W_Str = internRts("__builtins__");
const s_keys: W_Str = internRts("keys");
const s_dict: W_Str = internRts("__dict__");
const s_sort: W_Str = internRts("sort");

/** Bits of `flags` that `compile()` accepts. */
const FUTURE_MASK: i32 = 0x1fe0000;
const OTHER_MASK: i32 = CompileFlag.DontImplyDedent | CompileFlag.OnlyAst | CompileFlag.TypeComments |
  CompileFlag.AllowTopLevelAwait | 0x4000 | 0x10;

/** The flags of `from __future__` of the code that is running. */
function inheritedFlags(): i32 {
  const frame = ec.frame;
  return frame === null ? 0 : frame.code.flags & FUTURE_MASK;
}

/** `compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)`. */
export function compile(scope: FixedArray<W_Root>): W_Root {
  const w_source = scope[0];
  const w_filename = fsDecodeArgument(scope[1]);
  const w_mode = scope[2];
  if (!(w_mode instanceof W_Str)) {
    throw typeError(`compile() argument 'mode' must be str, not ${typeName(w_mode)}`);
  }
  let flags = intArgument(scope[3]);
  if ((flags & ~(FUTURE_MASK | OTHER_MASK)) !== 0) throw valueError("compile(): unrecognised flags");
  const optimize = intArgument(scope[5]);
  if (optimize < -1 || optimize > 2) throw valueError("compile(): invalid optimize value");
  if (!isTrue(scope[4])) flags |= inheritedFlags();
  const mode = w_mode.toRts();
  if (mode === "func_type") {
    if ((flags & CompileFlag.OnlyAst) === 0) {
      throw valueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST");
    }
  } else if (mode !== "exec" && mode !== "eval" && mode !== "single") {
    throw valueError(
      (flags & CompileFlag.OnlyAst) !== 0
        ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'"
        : "compile() mode must be 'exec', 'eval' or 'single'",
    );
  }
  const request = sourceRequest(w_source, w_filename, "compile");
  request.mode = mode;
  request.flags = flags;
  request.optimize = optimize < 0 ? runtimeFlags.optimize : optimize;
  request.featureVersion = intArgument(scope[6]);
  if ((flags & CompileFlag.OnlyAst) !== 0) {
    if (isAstNode(w_source)) return w_source;
    return treeFromAnswer(compileRequest(request));
  }
  if (isAstNode(w_source)) {
    request.kind = "ast";
    request.w_payload = serializeAst(w_source, mode);
  }
  return compileRequest(request);
}

/** The request for a source of any sort. Throws TypeError. */
export function sourceRequest(w_source: W_Root, w_filename: W_Str, what: string): CompileRequest {
  const request = new CompileRequest(w_filename, w_source);
  if (w_source instanceof W_Str) {
    request.kind = "str";
    request.w_payload = w_source.plain();
    return request;
  }
  if (isAstNode(w_source)) return request;
  const data = bytesOf(w_source);
  if (data === null) {
    const kinds = what === "compile" ? "a string, bytes or AST object" : "a string, bytes or code object";
    throw typeError(`${what}() arg 1 must be ${kinds}`);
  }
  request.kind = "bytes";
  request.w_payload = new W_Bytes(data);
  return request;
}

/** Runs `code` with the given namespaces. */
export function runCode(code: W_Code, w_globals: W_Dict, w_locals: W_Root): W_Root {
  const frame = newFrame(code, w_globals, builtinsOf(w_globals), w_locals);
  frame.setUpCells(null);
  if ((code.flags & GENERATOR_FLAGS) !== 0) {
    return newGenerator(frame, new W_Function(code, w_globals, frame.w_builtins, code.name));
  }
  return runFrame(frame);
}

function checkedGlobals(w_globals: W_Root, what: string): W_Dict {
  if (w_globals === w_None) {
    const frame = ec.frame;
    if (frame === null) throw systemError(`${what}() called without globals`);
    return frame.w_globals;
  }
  if (!(w_globals instanceof W_Dict)) {
    throw typeError(
      what === "eval" && type(w_globals).special[Special.Getitem] !== null
        ? "globals must be a real dict; try eval(code, {}, mapping)"
        : what === "eval"
        ? "globals must be a dict"
        : `exec() globals must be a dict, not ${typeName(w_globals)}`,
    );
  }
  return w_globals;
}

function checkedLocals(w_locals: W_Root, w_given: W_Root, w_globals: W_Dict, what: string): W_Root {
  if (w_locals === w_None) {
    if (w_given !== w_None) return w_globals;
    const frame = ec.frame;
    if (frame === null) throw systemError("globals and locals cannot be NULL");
    return localsOf(frame);
  }
  if (type(w_locals).special[Special.Getitem] === null) {
    throw typeError(
      what === "eval"
        ? "locals must be a mapping"
        : `locals must be a mapping or None, not ${typeName(w_locals)}`,
    );
  }
  return w_locals;
}

function addBuiltins(w_globals: W_Dict): void {
  if (!w_globals.hasStr(s_builtins)) w_globals.setStr(s_builtins, builtinsModule.w_dict);
}

/** `exec(source, globals=None, locals=None, /)`. */
export function exec(w_source: W_Root, w_globals: W_Root, w_locals: W_Root): W_Root {
  const w_dict = checkedGlobals(w_globals, "exec");
  const w_names = checkedLocals(w_locals, w_globals, w_dict, "exec");
  addBuiltins(w_dict);
  if (w_source instanceof W_Code) {
    if (w_source.freevars.length > 0) {
      throw typeError("code object passed to exec() may not contain free variables");
    }
    runCode(w_source, w_dict, w_names);
    return w_None;
  }
  runCode(compileText(w_source, "exec", "exec"), w_dict, w_names);
  return w_None;
}

/** `eval(source, globals=None, locals=None, /)`. */
export function evaluate(w_source: W_Root, w_globals: W_Root, w_locals: W_Root): W_Root {
  const w_dict = checkedGlobals(w_globals, "eval");
  const w_names = checkedLocals(w_locals, w_globals, w_dict, "eval");
  addBuiltins(w_dict);
  if (w_source instanceof W_Code) {
    if (w_source.freevars.length > 0) {
      throw typeError("code object passed to eval() may not contain free variables");
    }
    return runCode(w_source, w_dict, w_names);
  }
  return runCode(compileText(w_source, "eval", "eval"), w_dict, w_names);
}

const STRING_NAME: W_Str = fromRts("<string>");

function compileText(w_source: W_Root, mode: string, what: string): W_Code {
  const request = sourceRequest(w_source, STRING_NAME, what);
  if (request.kind === "str" && mode === "eval") {
    request.w_payload = withoutLeadingBlanks(request.w_payload as W_Str);
  }
  request.mode = mode;
  request.flags = inheritedFlags();
  request.optimize = runtimeFlags.optimize;
  return compileRequest(request) as W_Code;
}

/** `eval` skips blanks and tabs before the expression. */
function withoutLeadingBlanks(w_source: W_Str): W_Str {
  let at = 0;
  while (at < w_source.length && (w_source.charAt(at) === 0x20 || w_source.charAt(at) === 0x09)) at++;
  return w_source.substring(at, w_source.length);
}

export function globals(): W_Root {
  const frame = ec.frame;
  return frame === null ? w_None : frame.w_globals;
}

export function locals(): W_Root {
  const frame = ec.frame;
  if (frame === null) throw systemError("frame does not exist");
  return localsOf(frame);
}

/** `vars([object])`. */
export function vars(w_obj: W_Root): W_Root {
  if (w_obj === w_unset) return locals();
  const w_dict = getattrOrNull(w_obj, s_dict);
  if (w_dict === null) throw typeError("vars() argument must have __dict__ attribute");
  return w_dict;
}

/** `dir([object])`: sorted names. */
export function dir(w_obj: W_Root): W_Root {
  let w_names: W_Root;
  if (w_obj === w_unset) {
    const w_locals = locals();
    w_names = w_locals instanceof W_Dict && type(w_locals) === dictType
      ? keyList(w_locals)
      : listOf(unpackIterable(call0(getattr(w_locals, s_keys))));
  } else {
    const w_dir = type(w_obj).special[Special.Dir];
    if (w_dir === null) throw typeError("object does not provide __dir__");
    w_names = listOf(unpackIterable(callSpecial1(w_dir, w_obj)));
  }
  call0(getattr(w_names, s_sort));
  return w_names;
}

/** `__import__(name, globals=None, locals=None, fromlist=(), level=0)`. */
export function import_(scope: FixedArray<W_Root>): W_Root {
  const w_name = scope[0];
  if (!(w_name instanceof W_Str)) {
    throw typeError(`__import__() argument 1 must be str, not ${typeName(w_name)}`);
  }
  const level = intArgument(scope[4]);
  if (level < 0) throw valueError("level must be >= 0");
  if (level === 0 && (scope[3] === w_None || emptyFromlist(scope[3]))) {
    const w_found = w_modules.get(w_name);
    if (
      w_found !== null && w_found !== w_None &&
      findChar(w_name.kind, w_name.data, 0x2e, 0, w_name.length) < 0 && !isInitializing(w_found)
    ) return w_found;
  }
  const w_bootstrap = importlibBootstrap();
  try {
    return callItems(getattr(w_bootstrap, s_import), scope);
  } catch (e) {
    if (e instanceof OperationError) removeImportlibFrames(e);
    throw e;
  }
}
const s_import: W_Str = internRts("__import__");
const s_bootstrap: W_Str = internRts("_frozen_importlib");

function importlibBootstrap(): W_Root {
  return w_modules.get(s_bootstrap) ?? importModule("_frozen_importlib");
}

function emptyFromlist(w_fromlist: W_Root): boolean {
  return w_fromlist instanceof W_Tuple && w_fromlist.items.length === 0;
}
