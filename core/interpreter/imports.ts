/** The import statements. The machinery itself is `importlib`, in Python; `__import__` leads there. */
import { getattr, getattrOrNull } from "../objspace/attributes.ts";
import { call0, callItems } from "../objspace/call.ts";
import { W_Dict } from "../objspace/dict.ts";
import { type OperationError, operationError, typeError, typeName } from "../objspace/errors.ts";
import { importErrorType } from "../objspace/exception_types.ts";
import { getValue, W_ImportError } from "../objspace/exceptions.ts";
import { iter, next, setitem } from "../objspace/iteration.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { intern, internRts } from "../objspace/str/intern.ts";
import { fromRts, W_Str } from "../objspace/str/wstr.ts";
import { newFixedArray } from "@rts";
import { isTrue } from "../objspace/truth.ts";
import type { PyFrame } from "./frame.ts";
import { w_modules } from "./sys_module.ts";

const s_import: W_Str = internRts("__import__");
const s_name: W_Str = internRts("__name__");
const s_spec: W_Str = internRts("__spec__");
const s_file: W_Str = internRts("__file__");
const s_initializing: W_Str = internRts("_initializing");
const s_all: W_Str = internRts("__all__");
const s_keys: W_Str = internRts("keys");
const s_dict: W_Str = internRts("__dict__");

/** `import name` and the first half of `from name import …`. */
export function importName(frame: PyFrame, name: W_Str, w_level: W_Root, w_fromlist: W_Root): W_Root {
  const w_import = frame.w_builtins.getStr(s_import);
  if (w_import === null) throw importError("__import__ not found", null, null);
  const items = newFixedArray<W_Root>(5, name);
  items[1] = frame.w_globals;
  items[2] = frame.w_locals ?? w_None;
  items[3] = w_fromlist;
  items[4] = w_level;
  return callItems(w_import, items);
}

/** An ImportError with its fields. */
export function importError(message: string, w_name: W_Root | null, w_path: W_Root | null): OperationError {
  const error = operationError(importErrorType, message);
  const w_value = getValue(error);
  if (w_value instanceof W_ImportError) {
    if (w_name !== null) w_value.w_name = w_name;
    if (w_path !== null) w_value.w_path = w_path;
  }
  return error;
}

/** `from w_module import name`: an attribute, or a submodule that is still being imported. */
export function importFrom(w_module: W_Root, name: W_Str): W_Root {
  const w_value = getattrOrNull(w_module, name);
  if (w_value !== null) return w_value;
  const w_package = getattrOrNull(w_module, s_name);
  if (w_package instanceof W_Str) {
    const w_full = fromRts(`${w_package.toRts()}.${name.toRts()}`);
    const w_found = w_modules.get(w_full);
    if (w_found !== null) return w_found;
  }
  throw cannotImport(w_module, name, w_package);
}

function cannotImport(w_module: W_Root, name: W_Str, w_package: W_Root | null): OperationError {
  const shown = w_package instanceof W_Str ? w_package.toRts() : "<unknown module name>";
  const w_path = getattrOrNull(w_module, s_file);
  const place = w_path instanceof W_Str ? w_path.toRts() : "unknown location";
  const w_shown = w_package instanceof W_Str ? w_package : w_None;
  if (w_path instanceof W_Str && isInitializing(w_module)) {
    return importError(
      `cannot import name '${name.toRts()}' from partially initialized module '${shown}' (most likely due to a circular import) (${place})`,
      w_shown,
      w_path,
    );
  }
  return importError(
    `cannot import name '${name.toRts()}' from '${shown}' (${place})`,
    w_shown,
    w_path instanceof W_Str ? w_path : w_None,
  );
}

/** The module's spec says that it is still being imported. */
export function isInitializing(w_module: W_Root): boolean {
  const w_spec = getattrOrNull(w_module, s_spec);
  if (w_spec === null || w_spec === w_None) return false;
  const w_flag = getattrOrNull(w_spec, s_initializing);
  return w_flag !== null && isTrue(w_flag);
}

/** `from w_module import *`. */
export function importStar(frame: PyFrame, w_module: W_Root): void {
  const w_all = getattrOrNull(w_module, s_all);
  const w_locals = frame.w_locals!;
  const w_names = w_all ?? publicNames(w_module);
  const w_iterator = iter(w_names);
  for (;;) {
    const w_name = next(w_iterator);
    if (w_name === null) return;
    if (!(w_name instanceof W_Str)) throw notAName(w_module, w_name, w_all !== null);
    const name = intern(w_name);
    if (w_all === null && name.length > 0 && name.charAt(0) === 0x5f) continue;
    setitem(w_locals, name, getattr(w_module, name));
  }
}

function publicNames(w_module: W_Root): W_Root {
  const w_dict = getattrOrNull(w_module, s_dict);
  if (w_dict === null) {
    throw operationError(importErrorType, "from-import-* object has no __dict__ and no __all__");
  }
  if (w_dict instanceof W_Dict) {
    return w_dict.copy();
  }
  return call0(getattr(w_dict, s_keys));
}

function notAName(w_module: W_Root, w_name: W_Root, inAll: boolean): OperationError {
  const w_package = getattr(w_module, s_name);
  const shown = w_package instanceof W_Str ? w_package.toRts() : "?";
  const place = inAll ? `Item in ${shown}.__all__` : `Key in ${shown}.__dict__`;
  return typeError(`${place} must be str, not ${typeName(w_name)}`);
}
