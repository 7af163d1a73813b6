/** `__build_class__`: what the `class` statement calls. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { W_Function } from "../../core/interpreter/function.ts";
import { newFrame } from "../../core/interpreter/frame.ts";
import { runFrame } from "../../core/interpreter/eval.ts";
import { callWithDict } from "../../core/interpreter/calls.ts";
import { getattrOrNull } from "../../core/objspace/attributes.ts";
import { call1, type } from "../../core/objspace/call.ts";
import { W_Cell } from "../../core/objspace/cell.ts";
import { calculateMetaclass } from "../../core/objspace/class_build.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { runtimeError, typeError, typeName } from "../../core/objspace/errors.ts";
import { setitem } from "../../core/objspace/iteration.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { Special } from "../../core/objspace/special.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { tupleOf, W_Tuple } from "../../core/objspace/tuple.ts";
import { W_Type } from "../../core/objspace/type.ts";
import { typeType } from "../../core/objspace/types.ts";
import { reprText } from "../../core/objspace/text.ts";

const s_mro_entries: W_Str = internRts("__mro_entries__");
const s_metaclass: W_Str = internRts("metaclass");
const s_prepare: W_Str = internRts("__prepare__");
const s_orig_bases: W_Str = internRts("__orig_bases__");

/** `__build_class__(func, name, /, *bases, [metaclass], **kwds)`. */
export function buildClass(scope: FixedArray<W_Root>): W_Root {
  const all = (scope[0] as W_Tuple).items;
  const w_keywords = scope[1] as W_Dict;
  if (all.length < 2) throw typeError("__build_class__: not enough arguments");
  const w_function = all[0];
  if (!(w_function instanceof W_Function)) throw typeError("__build_class__: func must be a function");
  const w_name = all[1];
  if (!(w_name instanceof W_Str)) throw typeError("__build_class__: name is not a string");
  const w_given = restOf(all, 2);
  const w_bases = resolveBases(w_given);
  const w_meta = chooseMetaclass(w_keywords, w_bases);
  const w_namespace = prepareNamespace(w_meta, w_name, w_bases, w_keywords);
  const w_cell = runBody(w_function, w_namespace);
  if (w_bases !== w_given) setitem(w_namespace, s_orig_bases, w_given);
  const arguments_ = tupleOf([w_name, w_bases, w_namespace]).items;
  const w_class = callWithDict(w_meta, arguments_, w_keywords);
  if (w_class instanceof W_Type && w_cell instanceof W_Cell) checkCell(w_cell, w_name, w_class);
  return w_class;
}

function restOf(items: FixedArray<W_Root>, from: i32): W_Tuple {
  const rest: W_Root[] = [];
  for (let i = from; i < items.length; i++) rest.push(items[i]);
  return tupleOf(rest);
}

/** Bases that are no classes may stand for some (PEP 560). */
function resolveBases(w_bases: W_Tuple): W_Tuple {
  let changed = false;
  const result: W_Root[] = [];
  for (let i = 0; i < w_bases.items.length; i++) {
    const w_base = w_bases.items[i];
    const w_entries = w_base instanceof W_Type ? null : getattrOrNull(w_base, s_mro_entries);
    if (w_entries === null) {
      result.push(w_base);
      continue;
    }
    changed = true;
    const w_replaced = call1(w_entries, w_bases);
    if (!(w_replaced instanceof W_Tuple)) throw typeError("__mro_entries__ must return a tuple");
    for (let j = 0; j < w_replaced.items.length; j++) result.push(w_replaced.items[j]);
  }
  return changed ? tupleOf(result) : w_bases;
}

function chooseMetaclass(w_keywords: W_Dict, w_bases: W_Tuple): W_Root {
  const w_given = w_keywords.delete(s_metaclass);
  const w_start = w_given ?? (w_bases.items.length > 0 ? type(w_bases.items[0]) : typeType);
  return w_start instanceof W_Type ? calculateMetaclass(w_start, w_bases.items) : w_start;
}

function prepareNamespace(w_meta: W_Root, w_name: W_Str, w_bases: W_Tuple, w_keywords: W_Dict): W_Root {
  const w_prepare = getattrOrNull(w_meta, s_prepare);
  if (w_prepare === null) return new W_Dict();
  const arguments_ = newFixedArray<W_Root>(2, w_name);
  arguments_[1] = w_bases;
  const w_namespace = callWithDict(w_prepare, arguments_, w_keywords);
  if (type(w_namespace).special[Special.Getitem] === null) {
    const name = w_meta instanceof W_Type ? w_meta.name.toRts() : "<metaclass>";
    throw typeError(`${name}.__prepare__() must return a mapping, not ${typeName(w_namespace)}`);
  }
  return w_namespace;
}

/** Runs the body; what it returns: the cell of `__class__`, or None. */
function runBody(w_function: W_Function, w_namespace: W_Root): W_Root {
  const frame = newFrame(w_function.code, w_function.w_globals, w_function.w_builtins, w_namespace);
  frame.setUpCells(w_function.closure);
  return runFrame(frame);
}

function checkCell(w_cell: W_Cell, w_name: W_Str, w_class: W_Type): void {
  const w_value = w_cell.w_value;
  if (w_value === w_class) return;
  if (w_value === null) {
    throw runtimeError(
      `__class__ not set defining ${reprText(w_name)} as ${
        reprText(w_class)
      }. Was __classcell__ propagated to type.__new__?`,
    );
  }
  throw typeError(
    `__class__ set to ${reprText(w_value)} defining ${reprText(w_name)} as ${reprText(w_class)}`,
  );
}
