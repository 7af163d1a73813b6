/**
 * What generic aliases and unions of classes share: which of their arguments are type variables, putting others in
 * their places, and how arguments are written. Type variables are recognised by the name of their class, for the
 * module `typing` is written in Python.
 */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { getattrOrNull } from "./attributes.ts";
import { type } from "./call.ts";
import { typeError } from "./errors.ts";
import { getitem } from "./iteration.ts";
import type { W_Root } from "./root.ts";
import { w_Ellipsis, w_None } from "./singletons.ts";
import { internRts } from "./str/intern.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import { repr, reprText, str } from "./text.ts";
import { newTuple, tupleOf, W_Tuple } from "./tuple.ts";

const s_module: W_Str = internRts("__module__");
const s_qualname: W_Str = internRts("__qualname__");
const s_origin: W_Str = internRts("__origin__");
const s_args: W_Str = internRts("__args__");
const s_parameters: W_Str = internRts("__parameters__");

/** A `TypeVar` or `ParamSpec` of `typing`. */
function isTypeVariable(w_obj: W_Root): boolean {
  const w_type = type(w_obj);
  const name = w_type.name.toRts();
  if (name !== "TypeVar" && name !== "ParamSpec") return false;
  const w_module = getattrOrNull(w_type, s_module);
  return w_module instanceof W_Str && w_module.toRts() === "typing";
}

/** The type variables among arguments, each once, in order. */
export function makeParameters(w_args: W_Tuple): W_Tuple {
  const found: W_Root[] = [];
  const args = w_args.items;
  for (let i: i32 = 0; i < args.length; i++) {
    if (isTypeVariable(args[i])) {
      addOnce(found, args[i]);
      continue;
    }
    const w_inner = getattrOrNull(args[i], s_parameters);
    if (!(w_inner instanceof W_Tuple)) continue;
    for (let j: i32 = 0; j < w_inner.items.length; j++) addOnce(found, w_inner.items[j]);
  }
  return tupleOf(found);
}

function addOnce(found: W_Root[], w_variable: W_Root): void {
  if (placeOf(found, w_variable) < 0) found.push(w_variable);
}

function placeOf(found: W_Root[], w_variable: W_Root): i32 {
  for (let i: i32 = 0; i < found.length; i++) {
    if (found[i] === w_variable) return i;
  }
  return -1;
}

/** The arguments with `w_item` (a tuple gives several) in the places of the type variables. Throws TypeError. */
export function substitute(w_alias: W_Root, w_args: W_Tuple, w_parameters: W_Tuple, w_item: W_Root): W_Tuple {
  const parameters = w_parameters.items;
  if (parameters.length === 0) throw typeError(`There are no type variables left in ${reprText(w_alias)}`);
  const items = itemsOf(w_item);
  if (items.length !== parameters.length) {
    throw typeError(
      `Too ${items.length > parameters.length ? "many" : "few"} arguments for ${reprText(w_alias)}`,
    );
  }
  const args = w_args.items;
  const replaced = newFixedArray<W_Root>(args.length, w_None);
  for (let i: i32 = 0; i < args.length; i++) replaced[i] = replace(args[i], parameters, items);
  return newTuple(replaced);
}

function itemsOf(w_item: W_Root): FixedArray<W_Root> {
  return w_item instanceof W_Tuple ? w_item.items : newFixedArray<W_Root>(1, w_item);
}

function valueFor(w_variable: W_Root, parameters: FixedArray<W_Root>, items: FixedArray<W_Root>): W_Root {
  for (let i: i32 = 0; i < parameters.length; i++) {
    if (parameters[i] === w_variable) return items[i];
  }
  return w_variable;
}

function replace(w_arg: W_Root, parameters: FixedArray<W_Root>, items: FixedArray<W_Root>): W_Root {
  if (isTypeVariable(w_arg)) return valueFor(w_arg, parameters, items);
  const w_inner = getattrOrNull(w_arg, s_parameters);
  if (!(w_inner instanceof W_Tuple) || w_inner.items.length === 0) return w_arg;
  const values = newFixedArray<W_Root>(w_inner.items.length, w_None);
  for (let i: i32 = 0; i < values.length; i++) values[i] = valueFor(w_inner.items[i], parameters, items);
  return getitem(w_arg, newTuple(values));
}

/** How an argument is written: classes by their full name. */
export function reprArgument(w_arg: W_Root): W_Str {
  if (w_arg === w_Ellipsis) return fromRts("...");
  if (getattrOrNull(w_arg, s_origin) !== null && getattrOrNull(w_arg, s_args) !== null) return repr(w_arg);
  const w_qualname = getattrOrNull(w_arg, s_qualname);
  if (w_qualname === null) return repr(w_arg);
  const w_module = getattrOrNull(w_arg, s_module);
  if (w_module === null || w_module === w_None) return repr(w_arg);
  const module = str(w_module);
  if (module.toRts() === "builtins") return str(w_qualname);
  return module.concat(fromRts(".")).concat(str(w_qualname));
}
