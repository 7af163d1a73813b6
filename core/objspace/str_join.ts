/** `str.join`. */
import { type i32, newArray } from "@rts";
import { type as typeOf } from "./call.ts";
import { typeError, typeName } from "./errors.ts";
import { unpackIterable } from "./iteration.ts";
import { isExactList, W_List } from "./list.ts";
import { isExactStr } from "./dict.ts";
import type { W_Root } from "./root.ts";
import { Special } from "./special.ts";
import { join } from "./str/replace.ts";
import { EMPTY, W_Str } from "./str/wstr.ts";

/** `w_separator.join(w_iterable)`. */
export function strJoin(w_separator: W_Root, w_iterable: W_Root): W_Root {
  const texts = textsToJoin(w_iterable);
  if (texts.length === 1 && isExactStr(texts[0])) return texts[0];
  return join(w_separator as W_Str, texts);
}

function textsToJoin(w_iterable: W_Root): W_Str[] {
  if (w_iterable instanceof W_List && isExactList(w_iterable)) {
    const texts = newArray<W_Str>(w_iterable.length, EMPTY);
    for (let i: i32 = 0; i < texts.length; i++) texts[i] = textItem(w_iterable.getItem(i), i);
    return texts;
  }
  const items = itemsToJoin(w_iterable);
  const texts = newArray<W_Str>(items.length, EMPTY);
  for (let i: i32 = 0; i < texts.length; i++) texts[i] = textItem(items[i], i);
  return texts;
}

function textItem(w_item: W_Root, i: i32): W_Str {
  if (w_item instanceof W_Str) return w_item;
  throw typeError(`sequence item ${i}: expected str instance, ${typeName(w_item)} found`);
}

/** The elements of what is joined. Throws TypeError("can only join an iterable"). */
export function itemsToJoin(w_iterable: W_Root): W_Root[] {
  const special = typeOf(w_iterable).special;
  if (special[Special.Iter] === null && special[Special.Getitem] === null) {
    throw typeError("can only join an iterable");
  }
  return unpackIterable(w_iterable);
}
