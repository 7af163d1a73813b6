/** Exercises containers; prints the same untranslated and translated. See `containers_test.ts`. */
import "../interpreter/startup.ts";
import { type i32, i32ToI64, print } from "@rts";
import { call1, callMethod0, callMethod1, type } from "./call.ts";
import { OperationError } from "./errors.ts";
import { hash } from "./hash.ts";
import { newInt32, W_Integer } from "./int.ts";
import { getitem, iter, next } from "./iteration.ts";
import { listOf, newEmptyList, W_List } from "./list.ts";
import { sortList } from "./list_sort.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { W_Slice } from "./slice.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import { newTuple2, W_Tuple } from "./tuple.ts";

function show(w_obj: W_Root): string {
  if (w_obj === w_None) return "None";
  if (w_obj instanceof W_Integer) return `${w_obj.asI64()}`;
  if (w_obj instanceof W_Str) return `'${w_obj.toRts()}'`;
  const parts: string[] = [];
  const w_iterator = iter(w_obj);
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) break;
    parts.push(show(w_item));
  }
  return `${type(w_obj).name.toRts()}(${parts.join(", ")})`;
}

function lists(): void {
  const w_list = newEmptyList(0);
  for (let i: i32 = 0; i < 50; i++) w_list.append(newInt32((i * 37) % 101));
  print(show(w_list));
  sortList(w_list, w_None, false);
  print(show(w_list));
  print(show(getitem(w_list, new W_Slice(newInt32(-3), w_None, newInt32(-7)))));
  w_list.insertAt(3, fromRts("here"));
  print(show(w_list));
  print(`${hash(newTuple2(newInt32(1), newInt32(2)))}`);
  try {
    sortList(w_list, w_None, true);
  } catch (e) {
    if (e instanceof OperationError) print(e.message);
  }
}

export function main(_args: string[]): i32 {
  lists();
  return 0;
}
