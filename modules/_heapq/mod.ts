/** The module `_heapq`: lists as heaps, the smallest element (or, with `_max`, the largest) first. */
import type { i32 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { lt } from "../../core/objspace/compare.ts";
import { indexError, runtimeError, typeError, typeName } from "../../core/objspace/errors.ts";
import { W_List } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";

/** The list of an argument. Throws TypeError. */
function heapOf(w_heap: W_Root, name: string): W_List {
  if (w_heap instanceof W_List) return w_heap;
  throw typeError(`${name} must be list, not ${typeName(w_heap)}`);
}

/** Whether `w_a` goes above `w_b`; comparing may not change the heap. */
function above(heap: W_List, w_a: W_Root, w_b: W_Root, isMax: boolean): boolean {
  const length = heap.length;
  const result = isMax ? lt(w_b, w_a) : lt(w_a, w_b);
  if (heap.length !== length) throw runtimeError("list changed size during iteration");
  return result;
}

/** Moves the element at `at` up to its place, not above `top`. */
function siftUp(heap: W_List, top: i32, at: i32, isMax: boolean): void {
  if (at >= heap.length) throw indexError("index out of range");
  let place = at;
  while (place > top) {
    const parent = (place - 1) >> 1;
    const w_item = heap.getItem(place);
    const w_parent = heap.getItem(parent);
    if (!above(heap, w_item, w_parent, isMax)) return;
    heap.setItem(parent, w_item);
    heap.setItem(place, w_parent);
    place = parent;
  }
}

/** Moves the element at `at` to the bottom along the way of the smaller children, then up to its place. */
function siftDown(heap: W_List, at: i32, isMax: boolean): void {
  const end = heap.length;
  if (at >= end) throw indexError("index out of range");
  const limit = end >> 1;
  let place = at;
  while (place < limit) {
    let child = 2 * place + 1;
    if (child + 1 < end && !above(heap, heap.getItem(child), heap.getItem(child + 1), isMax)) child++;
    const w_child = heap.getItem(child);
    heap.setItem(child, heap.getItem(place));
    heap.setItem(place, w_child);
    place = child;
  }
  siftUp(heap, at, place, isMax);
}

function heappush(w_heap: W_Root, w_item: W_Root): W_Root {
  const heap = heapOf(w_heap, "heappush() argument 1");
  heap.append(w_item);
  siftUp(heap, 0, heap.length - 1, false);
  return w_None;
}

function pop(heap: W_List, isMax: boolean): W_Root {
  if (heap.length === 0) throw indexError("index out of range");
  const w_last = heap.popAt(heap.length - 1);
  if (heap.length === 0) return w_last;
  const w_first = heap.getItem(0);
  heap.setItem(0, w_last);
  siftDown(heap, 0, isMax);
  return w_first;
}

function replace(heap: W_List, w_item: W_Root, isMax: boolean): W_Root {
  if (heap.length === 0) throw indexError("index out of range");
  const w_first = heap.getItem(0);
  heap.setItem(0, w_item);
  siftDown(heap, 0, isMax);
  return w_first;
}

function heappushpop(w_heap: W_Root, w_item: W_Root): W_Root {
  const heap = heapOf(w_heap, "heappushpop() argument 1");
  if (heap.length === 0) return w_item;
  const w_first = heap.getItem(0);
  if (!lt(w_first, w_item)) return w_item;
  if (heap.length === 0) throw indexError("index out of range");
  return replace(heap, w_item, false);
}

function heapify(heap: W_List, isMax: boolean): W_Root {
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) siftDown(heap, i, isMax);
  return w_None;
}

defineModule("_heapq", {
  doc: "Heap queue algorithm (a.k.a. priority queue).",
  functions: {
    heappush: ["(heap, item, /)", heappush, "Adds an item."],
    heappushpop: ["(heap, item, /)", heappushpop, "Adds an item, then removes the smallest."],
    heappop: [
      "(heap, /)",
      (w_heap: W_Root): W_Root => pop(heapOf(w_heap, "heappop() argument"), false),
      "Removes the smallest item.",
    ],
    heapreplace: [
      "(heap, item, /)",
      (w_heap: W_Root, w_item: W_Root): W_Root =>
        replace(heapOf(w_heap, "heapreplace() argument 1"), w_item, false),
      "Removes the smallest item, then adds one.",
    ],
    heapify: [
      "(heap, /)",
      (w_heap: W_Root): W_Root => heapify(heapOf(w_heap, "heapify() argument"), false),
      "Makes a list a heap.",
    ],
    _heappop_max: [
      "(heap, /)",
      (w_heap: W_Root): W_Root => pop(heapOf(w_heap, "_heappop_max() argument"), true),
      "Removes the largest item.",
    ],
    _heapreplace_max: [
      "(heap, item, /)",
      (w_heap: W_Root, w_item: W_Root): W_Root =>
        replace(heapOf(w_heap, "_heapreplace_max() argument 1"), w_item, true),
      "Removes the largest item, then adds one.",
    ],
    _heapify_max: [
      "(heap, /)",
      (w_heap: W_Root): W_Root => heapify(heapOf(w_heap, "_heapify_max() argument"), true),
      "Makes a list a heap with the largest item first.",
    ],
  },
});
