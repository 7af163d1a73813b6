/** `isinstance` and `issubclass`. */
import type { FixedArray } from "@rts";
import { getattrOrNull } from "./attributes.ts";
import { callSpecial2, type } from "./call.ts";
import { enterRecursion, leaveRecursion } from "../interpreter/recursion.ts";
import { typeError } from "./errors.ts";
import type { W_Root } from "./root.ts";
import { Special } from "./special.ts";
import { internRts } from "./str/intern.ts";
import type { W_Str } from "./str/wstr.ts";
import { isTrue } from "./truth.ts";
import { W_Tuple } from "./tuple.ts";
import { W_Type } from "./type.ts";
import { typeType } from "./types.ts";

const s_class: W_Str = internRts("__class__");
const s_bases: W_Str = internRts("__bases__");

/** `isinstance(w_obj, w_class)`: a class, or a tuple of them. Throws TypeError. */
export function isinstance(w_obj: W_Root, w_class: W_Root): boolean {
  if (type(w_obj) === w_class) return true;
  if (w_class instanceof W_Type && type(w_class) === typeType) return plainIsinstance(w_obj, w_class);
  if (w_class instanceof W_Tuple) {
    return isinstanceAny(w_obj, w_class.items);
  }
  const w_check = type(w_class).special[Special.Instancecheck];
  if (w_check !== null) return isTrue(callSpecial2(w_check, w_class, w_obj));
  return plainIsinstance(w_obj, w_class);
}

function isinstanceAny(w_obj: W_Root, classes: FixedArray<W_Root>): boolean {
  enterRecursion(" in __instancecheck__");
  try {
    for (let i = 0; i < classes.length; i++) {
      if (isinstance(w_obj, classes[i])) return true;
    }
    return false;
  } finally {
    leaveRecursion();
  }
}

/** The check without hooks: the class of the object, then what it says is its class. */
export function plainIsinstance(w_obj: W_Root, w_class: W_Root): boolean {
  if (w_class instanceof W_Type) {
    if (type(w_obj).isSubtype(w_class)) return true;
    const w_said = getattrOrNull(w_obj, s_class);
    return w_said instanceof W_Type && w_said !== type(w_obj) && w_said.isSubtype(w_class);
  }
  checkClass(w_class, "isinstance() arg 2 must be a type, a tuple of types, or a union");
  const w_said = getattrOrNull(w_obj, s_class);
  return w_said !== null && derivesFrom(w_said, w_class);
}

/** `issubclass(w_sub, w_class)`. Throws TypeError. */
export function issubclass(w_sub: W_Root, w_class: W_Root): boolean {
  if (w_class instanceof W_Type && type(w_class) === typeType) {
    if (w_sub === w_class) return true;
    return plainIssubclass(w_sub, w_class);
  }
  if (w_class instanceof W_Tuple) {
    return issubclassAny(w_sub, w_class.items);
  }
  const w_check = type(w_class).special[Special.Subclasscheck];
  if (w_check !== null) return isTrue(callSpecial2(w_check, w_class, w_sub));
  return plainIssubclass(w_sub, w_class);
}

function issubclassAny(w_sub: W_Root, classes: FixedArray<W_Root>): boolean {
  enterRecursion(" in __subclasscheck__");
  try {
    for (let i = 0; i < classes.length; i++) {
      if (issubclass(w_sub, classes[i])) return true;
    }
    return false;
  } finally {
    leaveRecursion();
  }
}

/** The check without hooks. */
export function plainIssubclass(w_sub: W_Root, w_class: W_Root): boolean {
  if (w_sub instanceof W_Type && w_class instanceof W_Type) return w_sub.isSubtype(w_class);
  checkClass(w_sub, "issubclass() arg 1 must be a class");
  checkClass(w_class, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
  return derivesFrom(w_sub, w_class);
}

/** Anything with a tuple as `__bases__` counts as a class. */
function checkClass(w_class: W_Root, message: string): void {
  if (!(getattrOrNull(w_class, s_bases) instanceof W_Tuple)) throw typeError(message);
}

function derivesFrom(w_sub: W_Root, w_class: W_Root): boolean {
  if (w_sub === w_class) return true;
  const w_bases = getattrOrNull(w_sub, s_bases);
  if (!(w_bases instanceof W_Tuple)) return false;
  enterRecursion(" in __subclasscheck__");
  try {
    for (let i = 0; i < w_bases.items.length; i++) {
      if (derivesFrom(w_bases.items[i], w_class)) return true;
    }
    return false;
  } finally {
    leaveRecursion();
  }
}
