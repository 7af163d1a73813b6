/** Names: globals, built-ins, names of class bodies and modules, cells. */
import type { i32 } from "@rts";
import { W_BuiltinFunction } from "../objspace/builtin_function.ts";
import type { W_Cell } from "../objspace/cell.ts";
import { W_Dict } from "../objspace/dict.ts";
import { OperationError } from "../objspace/errors.ts";
import {
  assertionErrorType,
  keyErrorType,
  nameErrorType,
  unboundLocalErrorType,
} from "../objspace/exception_types.ts";
import { nameError } from "../objspace/exceptions.ts";
import { operationError } from "../objspace/errors.ts";
import { W_Float } from "../objspace/float.ts";
import { W_Integer } from "../objspace/int.ts";
import { delitem, getitem, setitem } from "../objspace/iteration.ts";
import { type ModuleStorage, moduleStorage, unwrapCell } from "../objspace/module_dict.ts";
import { W_Module } from "../objspace/module.ts";
import type { W_Root } from "../objspace/root.ts";
import { internRts } from "../objspace/str/intern.ts";
import { W_Str } from "../objspace/str/wstr.ts";
import { W_Type } from "../objspace/type.ts";
import { dictType } from "../objspace/types.ts";
import { GlobalCache } from "./caches.ts";
import { CodeFlag, type W_Code } from "./code.ts";
import type { PyFrame } from "./frame.ts";
import { W_Function } from "./function.ts";
import { systemError } from "../objspace/errors.ts";

const s_annotations: W_Str = internRts("__annotations__");
const s_build_class: W_Str = internRts("__build_class__");

/** The global or built-in `names[at]`. Throws NameError. */
export function loadGlobal(frame: PyFrame, at: i32): W_Root {
  const cache = frame.code.globalCaches[at];
  if (cache !== null) {
    const storage = cache.storage;
    if (storage !== null && storage === frame.w_globals.data && storage.version === cache.version) {
      const builtins = cache.builtins;
      if (
        builtins === null ||
        (builtins === frame.w_builtins.data && builtins.version === cache.builtinsVersion)
      ) {
        return unwrapCell(cache.w_value!);
      }
    }
  }
  return loadGlobalUncached(frame, at);
}

function loadGlobalUncached(frame: PyFrame, at: i32): W_Root {
  const name = frame.code.names[at];
  const globals = moduleStorage(frame.w_globals);
  if (globals === null) return findGlobal(frame, name);
  let w_found = globals.find(name);
  let builtins: ModuleStorage | null = null;
  if (w_found === null) {
    builtins = moduleStorage(frame.w_builtins);
    w_found = builtins === null ? frame.w_builtins.getStr(name) : builtins.find(name);
    if (w_found === null) throw undefinedName(name);
    if (builtins === null) return w_found;
  }
  if (builtins === null && mayEnd(w_found)) w_found = globals.cellOf(name);
  fillCache(frame.code, at, globals, builtins, w_found);
  return unwrapCell(w_found);
}

/**
 * False for values that caches may keep alive after their name is bound anew. Others may have an end that programs
 * wait for: their names get cells, and caches refer to those.
 */
function mayEnd(w_value: W_Root): boolean {
  return !(w_value instanceof W_Function) && !(w_value instanceof W_Type) && !(w_value instanceof W_Module) &&
    !(w_value instanceof W_Integer) && !(w_value instanceof W_Str) && !(w_value instanceof W_Float) &&
    !(w_value instanceof W_BuiltinFunction);
}

function fillCache(
  code: W_Code,
  at: i32,
  globals: ModuleStorage,
  builtins: ModuleStorage | null,
  w_found: W_Root,
): void {
  let cache = code.globalCaches[at];
  if (cache === null) {
    cache = new GlobalCache();
    code.globalCaches[at] = cache;
  }
  cache.storage = globals;
  cache.version = globals.version;
  cache.builtins = builtins;
  cache.builtinsVersion = builtins === null ? null : builtins.version;
  cache.w_value = w_found;
}

/** A global by name, without a cache. Subclasses of dict as globals are asked by their `__getitem__`. */
function findGlobal(frame: PyFrame, name: W_Str): W_Root {
  const w_globals = frame.w_globals;
  const w_value = w_globals.map.w_type === dictType ? w_globals.getStr(name) : getOrNull(w_globals, name);
  if (w_value !== null) return w_value;
  const w_builtin = frame.w_builtins.getStr(name);
  if (w_builtin !== null) return w_builtin;
  throw undefinedName(name);
}

function undefinedName(name: W_Str): OperationError {
  return nameError(nameErrorType, `name '${name.toRts()}' is not defined`, name);
}

/** `w_mapping[name]`, or null where that raises KeyError. */
function getOrNull(w_mapping: W_Root, name: W_Str): W_Root | null {
  if (w_mapping instanceof W_Dict && w_mapping.map.w_type === dictType) return w_mapping.getStr(name);
  try {
    return getitem(w_mapping, name);
  } catch (e) {
    if (e instanceof OperationError && e.matches(keyErrorType)) return null;
    throw e;
  }
}

export function storeGlobal(frame: PyFrame, at: i32, w_value: W_Root): void {
  frame.w_globals.setStr(frame.code.names[at], w_value);
}

export function deleteGlobal(frame: PyFrame, at: i32): void {
  const name = frame.code.names[at];
  if (frame.w_globals.delete(name) === null) throw undefinedName(name);
}

function locals(frame: PyFrame, name: W_Str, what: string): W_Root {
  const w_locals = frame.w_locals;
  if (w_locals !== null) return w_locals;
  if ((frame.code.flags & CodeFlag.Optimized) !== 0) {
    throw systemError(`no locals ${what} '${name.toRts()}'`);
  }
  // A function was made of the code of a module or an expression.
  frame.w_locals = frame.w_globals;
  return frame.w_globals;
}

/** A name of a class body or module. */
export function loadName(frame: PyFrame, at: i32): W_Root {
  const name = frame.code.names[at];
  const w_locals = locals(frame, name, "when loading");
  if (w_locals === frame.w_globals) return loadGlobal(frame, at);
  const w_value = getOrNull(w_locals, name);
  return w_value ?? findGlobal(frame, name);
}

export function storeName(frame: PyFrame, at: i32, w_value: W_Root): void {
  const name = frame.code.names[at];
  const w_locals = locals(frame, name, "found when storing");
  if (w_locals instanceof W_Dict && w_locals.map.w_type === dictType) w_locals.setStr(name, w_value);
  else setitem(w_locals, name, w_value);
}

export function deleteName(frame: PyFrame, at: i32): void {
  const name = frame.code.names[at];
  const w_locals = locals(frame, name, "when deleting");
  try {
    delitem(w_locals, name);
  } catch (e) {
    if (e instanceof OperationError && e.matches(keyErrorType)) throw undefinedName(name);
    throw e;
  }
}

/** The error of reading local `at` while it is unbound. */
export function unboundLocal(code: W_Code, at: i32): OperationError {
  const name = code.varnames[at];
  return operationError(
    unboundLocalErrorType,
    `local variable '${name.toRts()}' referenced before assignment`,
  );
}

function derefName(code: W_Code, at: i32): W_Str {
  const own = code.cellvars.length;
  return at < own ? code.cellvars[at] : code.freevars[at - own];
}

/** The error of reading cell `at` while it is empty. */
export function unboundDeref(code: W_Code, at: i32): OperationError {
  const name = derefName(code, at);
  if (at < code.cellvars.length) {
    return operationError(
      unboundLocalErrorType,
      `local variable '${name.toRts()}' referenced before assignment`,
    );
  }
  return nameError(
    nameErrorType,
    `free variable '${name.toRts()}' referenced before assignment in enclosing scope`,
    name,
  );
}

export function deleteDeref(frame: PyFrame, at: i32): void {
  const cell = frame.slots[frame.code.nlocals + at] as W_Cell;
  if (cell.w_value === null) throw unboundDeref(frame.code, at);
  cell.w_value = null;
}

/** A free variable as a class body sees it: its own namespace first. */
export function loadClassDeref(frame: PyFrame, at: i32): W_Root {
  const code = frame.code;
  const w_value = getOrNull(frame.w_locals!, derefName(code, at));
  if (w_value !== null) return w_value;
  const w_cell = (frame.slots[code.nlocals + at] as W_Cell).w_value;
  if (w_cell === null) throw unboundDeref(code, at);
  return w_cell;
}

export function assertionError(): W_Root {
  return assertionErrorType;
}

/** `__build_class__` of the frame's built-ins. */
export function loadBuildClass(frame: PyFrame): W_Root {
  const w_build = frame.w_builtins.getStr(s_build_class);
  if (w_build === null) throw operationError(nameErrorType, "__build_class__ not found");
  return w_build;
}

/** Makes `__annotations__` of a class body or module unless it is there. */
export function setUpAnnotations(frame: PyFrame): void {
  const w_locals = locals(frame, s_annotations, "found when setting up annotations");
  if (getOrNull(w_locals, s_annotations) === null) setitem(w_locals, s_annotations, new W_Dict());
}
