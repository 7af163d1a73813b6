/** Lists of ranges, without an object for each number. */
import { type i32, i32ToI64, i64ToI32 } from "@rts";
import { MAX_LIST_LENGTH, type W_List } from "./list.ts";
import { ListKind } from "./list_storage.ts";
import { memoryError } from "./memory_error.ts";
import { W_Range } from "./range.ts";
import type { W_Root } from "./root.ts";

/** Appends the numbers of a range to a list that is empty or of ints; false for anything else. */
export function extendFromRange(w_list: W_List, w_range: W_Root): boolean {
  if (!(w_range instanceof W_Range) || w_range.big !== null) return false;
  if (w_list.kind !== ListKind.Int && w_list.length > 0) return false;
  if (w_range.length > i32ToI64(MAX_LIST_LENGTH)) throw memoryError();
  const count = i64ToI32(w_range.length);
  if (count === 0) return true;
  w_list.accept(ListKind.Int);
  if (w_list.kind !== ListKind.Int) return false;
  const at = w_list.length;
  w_list.openGap(at, count);
  const data = w_list.data as BigInt64Array;
  for (let i: i32 = 0; i < count; i++) data[at + i] = w_range.item(i32ToI64(i));
  return true;
}
