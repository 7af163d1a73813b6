/** Unpacking assignments. */
import type { i32 } from "@rts";
import { type } from "../objspace/call.ts";
import { typeError, typeName, valueError } from "../objspace/errors.ts";
import { iter, next, unpackExactly } from "../objspace/iteration.ts";
import { listOf, W_List } from "../objspace/list.ts";
import type { W_Root } from "../objspace/root.ts";
import { Special } from "../objspace/special.ts";
import { W_Tuple, W_TupleUser } from "../objspace/tuple.ts";
import { listType } from "../objspace/types.ts";
import type { PyFrame } from "./frame.ts";

/** Puts the `count` elements of `w_sequence` from place `at` on, the first on top. */
export function unpackSequence(frame: PyFrame, at: i32, count: i32, w_sequence: W_Root): void {
  const slots = frame.slots;
  if (
    w_sequence instanceof W_Tuple && !(w_sequence instanceof W_TupleUser) && w_sequence.items.length === count
  ) {
    const items = w_sequence.items;
    for (let i = 0; i < count; i++) slots[at + count - 1 - i] = items[i];
    return;
  }
  if (w_sequence instanceof W_List && w_sequence.map.w_type === listType && w_sequence.length === count) {
    for (let i = 0; i < count; i++) slots[at + count - 1 - i] = w_sequence.getItem(i);
    return;
  }
  const items = unpackExactly(w_sequence, count);
  for (let i = 0; i < count; i++) slots[at + count - 1 - i] = items[i];
}

/** `a, *b, c = w_iterable`: `before` elements, a list, `after` elements. */
export function unpackEx(frame: PyFrame, at: i32, before: i32, after: i32, w_iterable: W_Root): void {
  const special = type(w_iterable).special;
  if (special[Special.Iter] === null && special[Special.Getitem] === null) {
    throw typeError(`cannot unpack non-iterable ${typeName(w_iterable)} object`);
  }
  const items: W_Root[] = [];
  const w_iterator = iter(w_iterable);
  for (;;) {
    const w_item = next(w_iterator);
    if (w_item === null) break;
    items.push(w_item);
  }
  const least = before + after;
  if (items.length < least) {
    throw valueError(`not enough values to unpack (expected at least ${least}, got ${items.length})`);
  }
  const slots = frame.slots;
  const top = at + least;
  for (let i = 0; i < before; i++) slots[top - i] = items[i];
  const middle: W_Root[] = [];
  for (let i = before; i < items.length - after; i++) middle.push(items[i]);
  slots[top - before] = listOf(middle);
  for (let i = 0; i < after; i++) slots[at + after - 1 - i] = items[items.length - after + i];
}
