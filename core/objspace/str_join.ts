/** `str.join`. */
import type { i32 } from "@rts";
import { type as typeOf } from "./call.ts";
import { typeError, typeName } from "./errors.ts";
import { unpackIterable } from "./iteration.ts";
import { isExactStr } from "./str_user.ts";
import type { W_Root } from "./root.ts";
import { Special } from "./special.ts";
import { join } from "./str/replace.ts";
import { W_Str } from "./str/wstr.ts";

/** `w_separator.join(w_iterable)`. */
export function strJoin(w_separator: W_Root, w_iterable: W_Root): W_Root {
  const items = itemsToJoin(w_iterable);
  const texts: W_Str[] = [];
  for (let i: i32 = 0; i < items.length; i++) {
    const w_item = items[i];
    if (!(w_item instanceof W_Str)) {
      throw typeError(`sequence item ${i}: expected str instance, ${typeName(w_item)} found`);
    }
    texts.push(w_item);
  }
  if (texts.length === 1 && isExactStr(texts[0])) return texts[0];
  return join(w_separator as W_Str, texts);
}

/** The elements of what is joined. Throws TypeError("can only join an iterable"). */
export function itemsToJoin(w_iterable: W_Root): W_Root[] {
  const special = typeOf(w_iterable).special;
  if (special[Special.Iter] === null && special[Special.Getitem] === null) {
    throw typeError("can only join an iterable");
  }
  return unpackIterable(w_iterable);
}
