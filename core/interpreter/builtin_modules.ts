/**
 * Built-in modules: `defineModule("name", {…})` at the top level of a module's folder describes it; the object is made
 * when Python imports it. `modules/all.ts` imports every folder.
 */
import { W_BuiltinFunction } from "../objspace/builtin_function.ts";
import { type ModuleInit, newModule, type W_Module } from "../objspace/module.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { internRts } from "../objspace/str/intern.ts";
import { fromRts, type W_Str } from "../objspace/str/wstr.ts";
import type { MethodEntry } from "../objspace/typedef.ts";
import { builtinFunction } from "../objspace/type_finish.ts";

/** What a built-in module has. */
export interface ModuleSpec {
  readonly doc?: string;
  readonly functions?: Readonly<Record<string, MethodEntry>>;
  /** Constants, classes, and objects that are the same in every run. */
  readonly constants?: Readonly<Record<string, W_Root>>;
  /** Runs when the module is imported, to add what depends on the run. */
  readonly init?: ModuleInit;
  /** A module object that exists before (`sys`, `builtins`). */
  readonly module?: W_Module;
}

/** A described module: what to put into its namespace. */
export class BuiltinModule {
  readonly name: W_Str;
  readonly names: W_Str[];
  readonly values: W_Root[];
  readonly init: ModuleInit;
  /** The module object; null until it was imported. */
  w_module: W_Module | null;

  constructor(name: W_Str, names: W_Str[], values: W_Root[], init: ModuleInit, w_module: W_Module | null) {
    this.name = name;
    this.names = names;
    this.values = values;
    this.init = init;
    this.w_module = w_module;
  }
}

const PENDING: [string, ModuleSpec][] = [];
/** All built-in modules, by interned name. */
const MODULES: Map<W_Str, BuiltinModule> = new Map<W_Str, BuiltinModule>();
/** Their names in order of definition. */
export const builtinModuleNames: W_Str[] = [];

/** Describes a built-in module. Runs at translation. */
export function defineModule(name: string, spec: ModuleSpec): void {
  PENDING.push([name, spec]);
}

/** Makes the tables of all described modules. Called once, at translation, after the classes are finished. */
export function finishModules(): void {
  for (const [name, spec] of PENDING) finishModule(name, spec);
  PENDING.length = 0;
}

function finishModule(name: string, spec: ModuleSpec): void {
  const names: W_Str[] = [];
  const values: W_Root[] = [];
  const put = (key: string, w_value: W_Root) => {
    names.push(internRts(key));
    values.push(w_value);
  };
  put("__name__", internRts(name));
  put("__doc__", spec.doc === undefined ? w_None : fromRts(spec.doc));
  put("__package__", internRts(""));
  put("__loader__", w_None);
  put("__spec__", w_None);
  for (const [key, entry] of Object.entries(spec.functions ?? {})) {
    put(key, builtinFunction(key, entry, name));
  }
  for (const [key, w_value] of Object.entries(spec.constants ?? {})) put(key, w_value);
  const interned = internRts(name);
  MODULES.set(interned, new BuiltinModule(interned, names, values, spec.init ?? null, spec.module ?? null));
  builtinModuleNames.push(interned);
  if (spec.module !== undefined) fill(MODULES.get(interned)!, spec.module);
}

function fill(module: BuiltinModule, w_module: W_Module): void {
  for (let i = 0; i < module.names.length; i++) {
    const w_value = module.values[i];
    if (w_value instanceof W_BuiltinFunction) w_value.w_owner = w_module;
    w_module.w_dict.setStr(module.names[i], w_value);
  }
}

/** True when there is a built-in module `name` (interned). */
export function isBuiltinModule(name: W_Str): boolean {
  return MODULES.has(name);
}

/** The built-in module `name` (interned), made now if it was not yet; null when there is none. */
export function getBuiltinModule(name: W_Str): W_Module | null {
  const module = MODULES.get(name) ?? null;
  if (module === null) return null;
  let w_module = module.w_module;
  if (w_module === null) {
    w_module = newModule();
    module.w_module = w_module;
    fill(module, w_module);
    const init = module.init;
    if (init !== null) init(w_module);
  }
  return w_module;
}

/** Runs what `init` of modules that exist before the start does (`sys`, `builtins`). */
export function initModule(name: W_Str): void {
  const module = MODULES.get(name)!;
  const init = module.init;
  if (init !== null) init(module.w_module!);
}
