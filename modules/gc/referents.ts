/** What containers refer to, as far as that can be told, and which objects can be part of a cycle. */
import type { i32 } from "@rts";
import { W_Cell } from "../../core/objspace/cell.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { W_Bytes } from "../../core/objspace/bytes.ts";
import { W_Complex } from "../../core/objspace/complex.ts";
import { W_Float } from "../../core/objspace/float.ts";
import { W_Integer } from "../../core/objspace/int.ts";
import { W_List } from "../../core/objspace/list.ts";
import { W_Method } from "../../core/objspace/method.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_Ellipsis, w_None, w_NotImplemented } from "../../core/objspace/singletons.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { W_Tuple } from "../../core/objspace/tuple.ts";
import { W_Type } from "../../core/objspace/type.ts";

/** Adds what `w_obj` holds to `found`. */
export function referents(w_obj: W_Root, found: W_Root[]): void {
  if (w_obj instanceof W_List) {
    for (let i: i32 = 0; i < w_obj.length; i++) found.push(w_obj.getItem(i));
  } else if (w_obj instanceof W_Tuple) {
    for (let i: i32 = 0; i < w_obj.items.length; i++) found.push(w_obj.items[i]);
  } else if (w_obj instanceof W_Dict) {
    for (let p = w_obj.next(0); p >= 0; p = w_obj.next(p + 1)) {
      found.push(w_obj.keyAt(p));
      found.push(w_obj.valueAt(p));
    }
  } else if (w_obj instanceof W_Cell) {
    if (w_obj.w_value !== null) found.push(w_obj.w_value);
  } else if (w_obj instanceof W_Method) {
    found.push(w_obj.w_function);
    found.push(w_obj.w_self);
  }
}

/** True for objects that can refer to others: a dict or a tuple only while it holds one that can. */
export function isTracked(w_obj: W_Root): boolean {
  if (w_obj.getMap() === null || w_obj instanceof W_Dict) {
    if (w_obj instanceof W_Tuple || w_obj instanceof W_Dict) return holdsTracked(w_obj);
    return !isAtom(w_obj);
  }
  return true;
}

function holdsTracked(w_container: W_Root): boolean {
  const found: W_Root[] = [];
  referents(w_container, found);
  for (let i = 0; i < found.length; i++) {
    const w_item = found[i]!;
    if (w_item instanceof W_Type || !isAtom(w_item)) return true;
  }
  return false;
}

function isAtom(w_obj: W_Root): boolean {
  return w_obj === w_None || w_obj === w_Ellipsis || w_obj === w_NotImplemented ||
    w_obj instanceof W_Integer ||
    w_obj instanceof W_Str || w_obj instanceof W_Float || w_obj instanceof W_Complex ||
    w_obj instanceof W_Bytes;
}
