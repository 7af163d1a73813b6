/** The slow way of matching arguments with the parameters of a built-in, and what to say when they do not match. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import type { BuiltinCode } from "./builtin_code.ts";
import { W_Dict } from "./dict.ts";
import { type OperationError, typeError } from "./errors.ts";
import type { W_Root } from "./root.ts";
import type { Signature } from "./signature.ts";
import { w_unset } from "./singletons.ts";
import { internRts } from "./str/intern.ts";
import type { W_Str } from "./str/wstr.ts";
import { newTuple, w_emptyTuple } from "./tuple.ts";

const s_init: W_Str = internRts("__init__");

/** One value for each parameter. Throws TypeError. */
export function bindArguments(
  code: BuiltinCode,
  args: FixedArray<W_Root | null>,
  base: i32,
  count: i32,
  names: FixedArray<W_Str> | null,
): FixedArray<W_Root> {
  const signature = code.signature;
  const parameters = signature.defaults.length;
  const keywords = names === null ? 0 : names.length;
  if (keywords > 0 && !signature.hasKwargs && signature.positionalOnly === parameters) {
    // Keywords for the `__init__` of a subclass pass `__new__` by.
    if (code.newType !== null && args[base] !== code.newType) {
      return bindArguments(code, args, base, count, null);
    }
    const name = parsesTuple(code) ? displayName(code) : qualifiedName(code);
    const shown = isSlot(code) ? `wrapper ${displayName(code)}` : name;
    throw typeError(`${shown}() takes no keyword arguments`);
  }
  if (!signature.hasVarargs && !signature.hasKwargs && signature.positionalOnly < parameters) {
    checkTotal(code, count, keywords);
  }
  if (count > signature.positional && !signature.hasVarargs) throw badCount(code, count);
  const scope = newFixedArray<W_Root>(signature.scopeLength, w_unset);
  const given = newFixedArray<W_Root | null>(parameters, null);
  const positional = Math.min(count, signature.positional);
  for (let i = 0; i < positional; i++) given[i] = args[base + i]!;
  let at = parameters;
  if (signature.hasVarargs) scope[at++] = restTuple(args, base + positional, count - positional);
  const w_kwargs = signature.hasKwargs ? new W_Dict() : null;
  if (w_kwargs !== null) scope[at] = w_kwargs;
  let unknown = -1;
  for (let i = 0; i < keywords; i++) {
    if (!placeKeyword(code, given, names![i], args[base + count + i]!, w_kwargs) && unknown < 0) unknown = i;
  }
  fillDefaults(code, given, scope, count);
  if (unknown >= 0) {
    throw typeError(`'${names![unknown].toRts()}' is an invalid keyword argument for ${displayName(code)}()`);
  }
  return scope;
}

/** The same for enough arguments, none of them by keyword. */
export function bindPositional(
  code: BuiltinCode,
  args: FixedArray<W_Root | null>,
  base: i32,
  count: i32,
): FixedArray<W_Root> {
  const signature = code.signature;
  const defaults = signature.defaults;
  const scope = newFixedArray<W_Root>(signature.scopeLength, w_unset);
  const positional = Math.min(count, signature.positional);
  for (let i = 0; i < positional; i++) scope[i] = args[base + i]!;
  for (let i = positional; i < defaults.length; i++) {
    const w_default = defaults[i];
    if (w_default === null) throw missing(code, i, count);
    scope[i] = w_default;
  }
  let at = defaults.length;
  if (signature.hasVarargs) scope[at++] = restTuple(args, base + positional, count - positional);
  if (signature.hasKwargs) scope[at] = new W_Dict();
  return scope;
}

/** Throws TypeError where there are more arguments than parameters. */
function checkTotal(code: BuiltinCode, count: i32, keywords: i32): void {
  const all = code.signature.defaults.length;
  if (count + keywords <= all || isSlot(code)) return;
  const own = selfCount(code);
  const kind = count === own ? "keyword argument" : "argument";
  const plural = all - own === 1 ? "" : "s";
  throw typeError(
    `${displayName(code)}() takes at most ${all - own} ${kind}${plural} (${count - own + keywords} given)`,
  );
}

function restTuple(args: FixedArray<W_Root | null>, from: i32, count: i32): W_Root {
  if (count === 0) return w_emptyTuple;
  const items = newFixedArray<W_Root>(count, w_unset);
  for (let i = 0; i < count; i++) items[i] = args[from + i]!;
  return newTuple(items);
}

/** Puts the value of a keyword into its place; false when there is none. */
function placeKeyword(
  code: BuiltinCode,
  given: FixedArray<W_Root | null>,
  name: W_Str,
  w_value: W_Root,
  w_kwargs: W_Dict | null,
): boolean {
  const place = findParameter(code.signature, name);
  if (place < 0) {
    if (w_kwargs !== null) w_kwargs.setStr(name, w_value);
    return w_kwargs !== null;
  }
  if (given[place] !== null) {
    throw typeError(
      `argument for ${displayName(code)}() given by name ('${name.toRts()}') and position (${
        place + 1 - selfCount(code)
      })`,
    );
  }
  given[place] = w_value;
  return true;
}

function findParameter(signature: Signature, name: W_Str): i32 {
  for (let i = signature.positionalOnly; i < signature.defaults.length; i++) {
    if (signature.names[i].equals(name)) return i;
  }
  return -1;
}

function fillDefaults(
  code: BuiltinCode,
  given: FixedArray<W_Root | null>,
  scope: FixedArray<W_Root>,
  count: i32,
): void {
  const signature = code.signature;
  for (let i = 0; i < given.length; i++) {
    const w_value = given[i] ?? signature.defaults[i];
    if (w_value === null) throw missing(code, i, count);
    scope[i] = w_value;
  }
}

/** 1 for a method: messages do not count the instance. */
function selfCount(code: BuiltinCode): i32 {
  return code.selfType === null && code.newType === null ? 0 : 1;
}

/** An `__init__`: messages speak of its class. */
function isInit(code: BuiltinCode): boolean {
  return code.selfType !== null && code.name === s_init;
}

/** A special method that CPython wraps around a slot without a word about its arguments. */
function isSlot(code: BuiltinCode): boolean {
  return code.isWrapper && !isInit(code);
}

/** Functions that CPython parses a tuple of arguments for; their signatures have the default `<opt>`. */
function parsesTuple(code: BuiltinCode): boolean {
  return code.textSignature.includes("<opt>");
}

/** The name that messages show: that of the class for `__new__` and `__init__`. */
export function displayName(code: BuiltinCode): string {
  const w_new = isInit(code) ? code.selfType : code.newType;
  return w_new === null ? code.name.toRts() : w_new.name.toRts();
}

function qualifiedName(code: BuiltinCode): string {
  const w_type = code.selfType;
  if (code.module !== "") return `${code.module}.${code.name.toRts()}`;
  return w_type === null || isInit(code) ? displayName(code) : `${w_type.name.toRts()}.${code.name.toRts()}`;
}

function missing(code: BuiltinCode, index: i32, count: i32): OperationError {
  const signature = code.signature;
  const w_new = code.newType;
  if (w_new !== null && count === 0) {
    return typeError(`${w_new.name.toRts()}.__new__(): not enough arguments`);
  }
  if (index < signature.positionalOnly) {
    return badCount(code, count);
  }
  const name = signature.names[index].toRts();
  if (index >= signature.positional) {
    return typeError(`${displayName(code)}() missing required keyword-only argument '${name}'`);
  }
  return typeError(
    `${displayName(code)}() missing required argument '${name}' (pos ${index + 1 - selfCount(code)})`,
  );
}

/** CPython words it by how the C function takes its arguments; so do we, by the shape of the signature. */
function badCount(code: BuiltinCode, count: i32): OperationError {
  const signature = code.signature;
  const own = selfCount(code);
  const given = count - own;
  const most = signature.positional - own;
  const least = signature.required - own;
  const name = displayName(code);
  if (isSlot(code)) {
    return typeError(
      `expected ${expectedCount(least, most, given)} argument${
        most === 1 && least === most ? "" : "s"
      }, got ${given}`,
    );
  }
  if (signature.positionalOnly < signature.defaults.length) {
    if (most === 0) return typeError(`${name}() takes no positional arguments`);
    const bound = least === most ? "exactly" : given > most ? "at most" : "at least";
    const limit = given > most ? most : least;
    return typeError(
      `${name}() takes ${bound} ${limit} positional argument${limit === 1 ? "" : "s"} (${given} given)`,
    );
  }
  if (most === 0 && code.newType !== null) return typeError(`${name}() takes no positional arguments`);
  if (most === 0) return typeError(`${qualifiedName(code)}() takes no arguments (${given} given)`);
  if (most === 1 && least === 1 && code.newType === null && !isInit(code)) {
    return typeError(`${qualifiedName(code)}() takes exactly one argument (${given} given)`);
  }
  const bound = expectedCount(least, most, given);
  const limit = given < least ? least : most;
  if (parsesTuple(code)) {
    return typeError(`${name}() takes ${bound} argument${limit === 1 ? "" : "s"} (${given} given)`);
  }
  return typeError(`${name} expected ${bound} argument${limit === 1 ? "" : "s"}, got ${given}`);
}

function expectedCount(least: i32, most: i32, given: i32): string {
  if (least === most) return `${least}`;
  return given < least ? `at least ${least}` : `at most ${most}`;
}
