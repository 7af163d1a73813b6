/**
 * What unit tests of the object space share: all built-in classes, finished; objects from plain values and plain
 * texts from objects; calls of methods by name; errors as text.
 */
import "../interpreter/startup.ts";
import { getattr } from "./attributes.ts";
import { callItems } from "./call.ts";
import { newFixedArrayOf } from "./arrays.ts";
import { W_Dict } from "./dict.ts";
import { OperationError } from "./errors.ts";
import { newFloat, W_Float } from "./float.ts";
import { newBool, newInt, W_Bool, W_Integer } from "./int.ts";
import { listOf, W_List } from "./list.ts";
import { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import { internRts } from "./str/intern.ts";
import { tupleOf, W_Tuple } from "./tuple.ts";

/** A Python object of a plain value; bigints and whole numbers are ints, `float(x)` makes floats. */
export type Plain = W_Root | null | boolean | number | bigint | string | Plain[];

/** The object of a plain value: arrays become lists. */
export function wrap(value: Plain): W_Root {
  if (value === null) return w_None;
  if (value instanceof W_Root) return value;
  if (typeof value === "boolean") return newBool(value);
  if (typeof value === "number") return Number.isInteger(value) ? newInt(BigInt(value)) : newFloat(value);
  if (typeof value === "bigint") return newInt(value);
  if (typeof value === "string") return fromRts(value);
  return listOf(value.map(wrap));
}

/** A float, whole ones too. */
export function float(value: number): W_Root {
  return newFloat(value);
}

/** A tuple of plain values. */
export function tuple(...values: Plain[]): W_Root {
  return tupleOf(values.map(wrap));
}

/** `w_obj.name(*values)`. */
export function method(w_obj: Plain, name: string, ...values: Plain[]): W_Root {
  return callItems(getattr(wrap(w_obj), internRts(name)), newFixedArrayOf(values.map(wrap)));
}

/** `w_callable(*values)`. */
export function call(w_callable: W_Root, ...values: Plain[]): W_Root {
  return callItems(w_callable, newFixedArrayOf(values.map(wrap)));
}

/** What an object shows, without asking its class. */
export function show(w_obj: W_Root | null): string {
  if (w_obj === null) return "<null>";
  if (w_obj === w_None) return "None";
  if (w_obj instanceof W_Bool) return w_obj.value ? "True" : "False";
  if (w_obj instanceof W_Integer) return w_obj.asBigInt().toString();
  if (w_obj instanceof W_Float) return Number.isInteger(w_obj.value) ? `${w_obj.value}.0` : `${w_obj.value}`;
  if (w_obj instanceof W_Str) return `'${w_obj.toRts()}'`;
  if (w_obj instanceof W_Tuple) return `(${[...w_obj.items].map(show).join(", ")})`;
  if (w_obj instanceof W_List) {
    return `[${Array.from({ length: w_obj.length }, (_, i) => show(w_obj.getItem(i))).join(", ")}]`;
  }
  if (w_obj instanceof W_Dict) {
    const parts: string[] = [];
    for (let p = w_obj.next(0); p >= 0; p = w_obj.next(p + 1)) {
      parts.push(`${show(w_obj.keyAt(p))}: ${show(w_obj.valueAt(p))}`);
    }
    return `{${parts.join(", ")}}`;
  }
  return `<${w_obj.typeOf().name.toRts()}>`;
}

/** Class and message of the Python exception that `run` raises. */
export function errorOf(run: () => unknown): string {
  try {
    run();
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    const text = e.w_argument === null ? e.message : show(e.w_argument);
    return text === "" ? e.w_type.name.toRts() : `${e.w_type.name.toRts()}: ${text}`;
  }
  return "no error";
}
