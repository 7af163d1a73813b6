/** Matching the arguments of a call with the parameters of a Python function, with CPython's texts. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { W_Dict } from "../objspace/dict.ts";
import { type OperationError, typeError } from "../objspace/errors.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import { newTuple } from "../objspace/tuple.ts";
import { CodeFlag } from "./code.ts";
import type { PyFrame } from "./frame.ts";
import type { W_Function } from "./function.ts";

/** Puts the arguments into the locals of `frame`. Throws TypeError. */
export function bindFrame(
  w_function: W_Function,
  frame: PyFrame,
  args: FixedArray<W_Root | null>,
  base: i32,
  count: i32,
  names: FixedArray<W_Str> | null,
): void {
  const code = w_function.code;
  const slots = frame.slots;
  const positional = code.argcount;
  const parameters = positional + code.kwonlyargcount;
  const taken = Math.min(count, positional);
  for (let i = 0; i < taken; i++) slots[i] = args[base + i];
  let at = parameters;
  if (code.has(CodeFlag.Varargs)) slots[at++] = restTuple(args, base + taken, count - taken);
  if (code.has(CodeFlag.Varkeywords)) slots[at] = new W_Dict();
  if (names !== null) bindKeywords(w_function, frame, args, base + count, names);
  if (count > positional && !code.has(CodeFlag.Varargs)) throw tooMany(w_function, frame, count);
  if (count < positional) fillDefaults(w_function, frame, count);
  if (code.kwonlyargcount > 0) fillKeywordOnly(w_function, frame);
}

function restTuple(args: FixedArray<W_Root | null>, from: i32, count: i32): W_Root {
  const items = newFixedArray<W_Root>(count, w_None);
  for (let i = 0; i < count; i++) items[i] = args[from + i]!;
  return newTuple(items);
}

function bindKeywords(
  w_function: W_Function,
  frame: PyFrame,
  args: FixedArray<W_Root | null>,
  from: i32,
  names: FixedArray<W_Str>,
): void {
  const code = w_function.code;
  const parameters = code.argcount + code.kwonlyargcount;
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const place = findParameter(code.varnames, name, code.posonlyargcount, parameters);
    if (place >= 0) {
      if (frame.slots[place] !== null) {
        throw typeError(`${display(w_function)}() got multiple values for argument '${name.toRts()}'`);
      }
      frame.slots[place] = args[from + i];
    } else if (code.has(CodeFlag.Varkeywords)) {
      const at = parameters + (code.has(CodeFlag.Varargs) ? 1 : 0);
      (frame.slots[at] as W_Dict).set(name, args[from + i]!);
    } else {
      throw unexpectedKeyword(w_function, name, names);
    }
  }
}

function findParameter(varnames: FixedArray<W_Str>, name: W_Str, from: i32, to: i32): i32 {
  for (let i = from; i < to; i++) {
    if (varnames[i] === name) return i;
  }
  for (let i = from; i < to; i++) {
    if (varnames[i].equals(name)) return i;
  }
  return -1;
}

function display(w_function: W_Function): string {
  return w_function.qualname.toRts();
}

function unexpectedKeyword(w_function: W_Function, name: W_Str, names: FixedArray<W_Str>): OperationError {
  const code = w_function.code;
  let list = "";
  for (let i = 0; i < code.posonlyargcount; i++) {
    for (let j = 0; j < names.length; j++) {
      if (!code.varnames[i].equals(names[j])) continue;
      list = list === "" ? names[j].toRts() : `${list}, ${names[j].toRts()}`;
    }
  }
  if (list !== "") {
    return typeError(
      `${display(w_function)}() got some positional-only arguments passed as keyword arguments: '${list}'`,
    );
  }
  return typeError(`${display(w_function)}() got an unexpected keyword argument '${name.toRts()}'`);
}

function defaultCount(w_function: W_Function): i32 {
  const defaults = w_function.defaults;
  return defaults === null ? 0 : defaults.length;
}

function fillDefaults(w_function: W_Function, frame: PyFrame, count: i32): void {
  const positional = w_function.code.argcount;
  const first = positional - defaultCount(w_function);
  let missing = 0;
  for (let i = count; i < first; i++) {
    if (frame.slots[i] === null) missing++;
  }
  if (missing > 0) throw missingArguments(w_function, frame, 0, first, missing, "positional");
  const defaults = w_function.defaults;
  if (defaults === null) return;
  for (let i = Math.max(count, first); i < positional; i++) {
    if (frame.slots[i] === null) frame.slots[i] = defaults[i - first];
  }
}

function fillKeywordOnly(w_function: W_Function, frame: PyFrame): void {
  const code = w_function.code;
  const from = code.argcount;
  const to = from + code.kwonlyargcount;
  const w_defaults = w_function.w_kwdefaults;
  let missing = 0;
  for (let i = from; i < to; i++) {
    if (frame.slots[i] !== null) continue;
    const w_value = w_defaults === null ? null : w_defaults.getStr(code.varnames[i]);
    if (w_value === null) missing++;
    else frame.slots[i] = w_value;
  }
  if (missing > 0) throw missingArguments(w_function, frame, from, to, missing, "keyword-only");
}

/** "f() missing 2 required positional arguments: 'a' and 'b'". */
function missingArguments(
  w_function: W_Function,
  frame: PyFrame,
  from: i32,
  to: i32,
  missing: i32,
  kind: string,
): OperationError {
  let list = "";
  let left = missing;
  for (let i = from; i < to; i++) {
    if (frame.slots[i] !== null) continue;
    left--;
    const name = `'${w_function.code.varnames[i].toRts()}'`;
    if (list === "") list = name;
    else if (left > 0) list = `${list}, ${name}`;
    else list = missing === 2 ? `${list} and ${name}` : `${list}, and ${name}`;
  }
  const plural = missing === 1 ? "" : "s";
  return typeError(`${display(w_function)}() missing ${missing} required ${kind} argument${plural}: ${list}`);
}

/** "f() takes from 1 to 2 positional arguments but 3 were given". */
function tooMany(w_function: W_Function, frame: PyFrame, count: i32): OperationError {
  const code = w_function.code;
  const most = code.argcount;
  const defaults = defaultCount(w_function);
  let keywordOnly = 0;
  for (let i = most; i < most + code.kwonlyargcount; i++) {
    if (frame.slots[i] !== null) keywordOnly++;
  }
  const range = defaults > 0 ? `from ${most - defaults} to ${most}` : `${most}`;
  const plural = defaults > 0 || most !== 1 ? "s" : "";
  let given = `${count}`;
  if (keywordOnly > 0) {
    given += ` positional argument${count === 1 ? "" : "s"} (and ${keywordOnly} keyword-only argument${
      keywordOnly === 1 ? "" : "s"
    })`;
  }
  const verb = count === 1 && keywordOnly === 0 ? "was" : "were";
  return typeError(
    `${display(w_function)}() takes ${range} positional argument${plural} but ${given} ${verb} given`,
  );
}
