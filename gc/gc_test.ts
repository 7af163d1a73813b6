/**
 * The collector feature by feature, untranslated.
 */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { type f64, GcStat, type i32, MemoryError } from "@rts";
import { loadI32, loadU32, storeI32, storeU16, storeU32 } from "@rts/raw";
import { blocksStart, freeBlocks, reservedBlocks } from "./blocks.ts";
import { currentMark, IDLE, MARKING, phase, SWEEPING } from "./colour.ts";
import { nextDead, registerFinalizer } from "./finalizers.ts";
import { CARDS_LISTED, HAS_CARDS, LARGE_OBJECT, MARK, TRACK_YOUNG } from "./header.ts";
import { hashOf, idOf } from "./identity.ts";
import { youngLargeCount } from "./large.ts";
import {
  gcAddMemoryPressure,
  gcArrayWriteBarrier,
  gcCollect,
  gcCollectStep,
  gcDisable,
  gcEnable,
  gcIsEnabled,
  gcPin,
  gcSetHook,
  gcSetMaximum,
  gcStat,
  gcUnpin,
  nurseryFree,
  nurseryTop,
} from "./mod.ts";
import { inNursery, nurserySize } from "./nursery.ts";
import { rememberedOverflow } from "./remembered.ts";
import {
  getItem,
  infos,
  newArray,
  newObject,
  popRoots,
  prebuiltPair,
  prebuiltQueue,
  pushRoot,
  rootWord,
  setField,
  setItem,
  startHeap,
  triggered,
} from "./testing.ts";
import { majorFactor, maximumBytes, nurseryBytes, parseSize } from "./tunables.ts";

/** A pair with number `id`. */
function newPair(id: number, left = 0, right = 0): number {
  const pair = newObject("pair");
  storeU32(pair + 8, left);
  storeU32(pair + 12, right);
  storeI32(pair + 16, id);
  return pair;
}

/** Puts a pair before the list at the root word `root`. */
function prepend(root: number, id: number): void {
  const pair = newPair(id);
  storeU32(pair + 8, loadU32(root));
  storeU32(root, pair);
}

/** Allocates until a MemoryError, linking everything from the root word at `root`; how many bytes that took. */
function exhaust(root: number, length: number): number {
  let bytes = 0;
  try {
    for (;;) {
      const array = newArray("refs", length);
      storeU32(array + 12, loadU32(root));
      storeU32(root, array);
      bytes += 4 * length + 12;
    }
  } catch (error) {
    assert(error instanceof MemoryError);
  }
  return bytes;
}

Deno.test("survivors are promoted, old objects are tracked, roots updated", () => {
  startHeap();
  const root = pushRoot(newPair(1, newPair(2)));
  pushRoot((1 << 1) | 1);
  pushRoot(0xabcdef);
  storeU32(rootWord(2), newPair(3));
  gcCollect(0);
  const pair = loadU32(root);
  assert(pair >= blocksStart && !inNursery(pair));
  assertEquals(loadI32(pair + 4) & TRACK_YOUNG, TRACK_YOUNG);
  assertEquals(loadI32(loadU32(pair + 8) + 16), 2);
  assertEquals(loadI32(loadU32(rootWord(2)) + 16), 3);
  gcCollect(0);
  assertEquals(loadU32(root), pair, "old objects stay");
});

Deno.test("the write barrier keeps what old and prebuilt objects refer to", () => {
  startHeap();
  const root = pushRoot(newPair(1));
  gcCollect(0);
  setField(loadU32(root), 8, newPair(2));
  setField(prebuiltPair(5), 12, newPair(3));
  gcCollect(0);
  assertEquals(loadI32(loadU32(loadU32(root) + 8) + 16), 2);
  assertEquals(loadI32(loadU32(prebuiltPair(5) + 12) + 16), 3);
  gcCollect(1);
  assertEquals(loadI32(loadU32(prebuiltPair(5) + 12) + 16), 3, "written prebuilts are roots of marking");
});

Deno.test("memory is zeroed ahead in steps", () => {
  startHeap();
  newObject("pair");
  assert(nurseryTop - nurseryFree <= 65536);
  for (let i = 0; i < 20000; i++) newObject("pair"); // newObject asserts zeros
  assert(gcStat(GcStat.MinorCollections) > 0);
  assertEquals(gcStat(GcStat.AllocatedBytes), 20001 * 24);
});

Deno.test("cards: only written parts of a big array are looked at", () => {
  startHeap();
  const root = pushRoot(newArray("refs", 100000));
  gcCollect(0);
  const array = loadU32(root);
  assertEquals(loadI32(array + 4) & (HAS_CARDS | TRACK_YOUNG), HAS_CARDS | TRACK_YOUNG);
  for (const index of [0, 127, 128, 5000, 99999]) setItem(array, index, newPair(index));
  assertEquals(loadI32(array + 4) & TRACK_YOUNG, TRACK_YOUNG, "still tracked");
  gcCollect(0);
  assertEquals(loadI32(array + 4) & CARDS_LISTED, 0);
  for (const index of [0, 127, 128, 5000, 99999]) assertEquals(loadI32(getItem(array, index) + 16), index);
  gcArrayWriteBarrier(array, 777, 1026);
  for (const index of [777, 800, 1024, 1025]) storeU32(array + 12 + 4 * index, newPair(index));
  gcArrayWriteBarrier(array, 99998, 99999);
  storeU32(array + 12 + 4 * 99998, newPair(99998));
  gcArrayWriteBarrier(array, 100000, 100000);
  assertEquals(loadI32(array + 4) & TRACK_YOUNG, TRACK_YOUNG, "not looked at as a whole");
  gcCollect(0);
  for (const index of [777, 800, 1024, 1025, 99998]) assertEquals(loadI32(getItem(array, index) + 16), index);
  gcCollect(1);
  assertEquals(loadI32(getItem(array, 5000) + 16), 5000);
});

Deno.test("cards take over when the log of written elements is full", () => {
  startHeap({ environment: { PYPY_GC_MIN: "1G", PYPY_GC_INCREMENT_STEP: "4K" } });
  const root = pushRoot(newArray("refs", 100000));
  gcCollect(0);
  const array = loadU32(root);
  const other = pushRoot(newPair(7));
  for (const marking of [false, true]) {
    if (marking) { while (phase !== MARKING || (loadI32(array + 4) & MARK) !== currentMark) gcCollectStep(); }
    for (let i = 0; i < 40000; i++) setItem(array, 50000, 0);
    for (const index of [3, 400, 99999]) setItem(array, index, newPair(index));
    setItem(array, 60000, loadU32(other));
    assert((loadI32(array + 4) & CARDS_LISTED) !== 0);
    gcCollect(0);
    assertEquals(loadI32(array + 4) & CARDS_LISTED, 0);
    for (const index of [3, 400, 99999]) assertEquals(loadI32(getItem(array, index) + 16), index);
  }
  gcCollect(1);
  assertEquals(loadI32(getItem(array, 60000) + 16), 7);
});

Deno.test("large objects: young ones die young, memory is zero when used again, and given back", () => {
  startHeap();
  const before = gcStat(GcStat.HeapBytes);
  pushRoot(newPair(1));
  for (let i = 0; i < 20; i++) {
    const array = newArray("bytes", 1000000);
    assertEquals(loadI32(array + 500000), 0);
    storeI32(array + 500000, -1);
  }
  assertEquals(gcStat(GcStat.MajorCollections), 0, "no major collection was needed");
  assert(gcStat(GcStat.HeapBytes) < before + 4000000);
  const root = pushRoot(newArray("bytes", 30000000));
  gcCollect(0);
  assertEquals(youngLargeCount, 0);
  assert(gcStat(GcStat.HeapBytes) > before + 30000000);
  storeU32(root, 0);
  gcCollect(1);
  assert(gcStat(GcStat.HeapBytes) < before + 4000000, "given back");
  assert(gcStat(GcStat.PeakBytes) > 30000000);
});

Deno.test("weak references are cleared by minor and major collections", () => {
  startHeap();
  const makeWeak = (target: number) => {
    const weak = newObject("weak");
    storeU32(weak + 8, target);
    return weak;
  };
  const kept = pushRoot(newPair(1));
  const weakKept = pushRoot(makeWeak(loadU32(kept)));
  const weakYoung = pushRoot(makeWeak(newPair(2)));
  const weakLarge = pushRoot(makeWeak(newArray("bytes", 100000)));
  gcCollect(0);
  assertEquals(loadU32(loadU32(weakKept) + 8), loadU32(kept));
  assertEquals(loadU32(loadU32(weakYoung) + 8), 0);
  assertEquals(loadU32(loadU32(weakLarge) + 8), 0);
  storeU32(kept, 0);
  gcCollect(0);
  assert(loadU32(loadU32(weakKept) + 8) !== 0, "old targets die in major collections");
  gcCollect(1);
  assertEquals(loadU32(loadU32(weakKept) + 8), 0);
});

Deno.test("finalizer queues: once, in order of registration, after weak references were cleared", () => {
  startHeap();
  const queue = prebuiltQueue();
  for (let id = 1; id <= 3; id++) registerFinalizer(queue, newPair(id));
  const root = pushRoot(newPair(4));
  registerFinalizer(queue, loadU32(root));
  const second = newPair(5, newPair(6));
  const weak = newObject("weak");
  storeU32(weak + 8, second);
  const weakRoot = pushRoot(weak);
  registerFinalizer(queue, second);
  gcCollect(0);
  assertEquals(nextDead(queue), 0, "minor collections find none");
  assert(loadU32(loadU32(weakRoot) + 8) !== 0);
  gcCollect(1);
  assertEquals(triggered, [77]);
  assertEquals(loadU32(loadU32(weakRoot) + 8), 0);
  const dead: number[] = [];
  for (let at = nextDead(queue); at !== 0; at = nextDead(queue)) {
    dead.push(loadI32(at + 16));
    if (dead.length === 4) assertEquals(loadI32(loadU32(at + 8) + 16), 6, "and all it refers to");
  }
  assertEquals(dead, [1, 2, 3, 5]);
  gcCollect(1);
  assertEquals(nextDead(queue), 0, "handed out once");
  storeU32(root, 0);
  gcCollect(1);
  gcCollect(1);
  assertEquals(triggered, [77, 77]);
  assertEquals(loadI32(nextDead(queue) + 16), 4);
});

Deno.test("a weak reference that only a dead object holds does not dangle when that comes back", () => {
  startHeap();
  const target = newPair(1);
  const weak = newObject("weak");
  storeU32(weak + 8, target);
  registerFinalizer(prebuiltQueue(), newPair(2, weak));
  gcCollect(1);
  const root = pushRoot(nextDead(prebuiltQueue()));
  assertEquals(loadU32(loadU32(loadU32(root) + 8) + 8), 0);
  gcCollect(1);
  assertEquals(loadI32(loadU32(root) + 16), 2);
});

Deno.test("identity survives the move, and differs", () => {
  startHeap();
  const roots = [0, 1, 2, 3].map((id) => pushRoot(newPair(id)));
  const ids = roots.map((root) => idOf(loadU32(root)));
  const hashes = roots.map((root) => hashOf(loadU32(root)));
  assertEquals(new Set(ids).size, 4);
  for (const generation of [0, 1]) {
    gcCollect(generation);
    assertEquals(roots.map((root) => idOf(loadU32(root))), ids);
    assertEquals(roots.map((root) => hashOf(loadU32(root))), hashes);
  }
  assertEquals(roots.map((root) => loadU32(root)), ids, "the identity is the final address");
});

Deno.test("pinned objects stay while the nursery is used around them", () => {
  startHeap();
  const leaf = newObject("leaf");
  storeI32(leaf + 8, 42);
  const root = pushRoot(leaf);
  assert(gcPin(leaf));
  const holder = pushRoot(newPair(1));
  gcCollect(0);
  setField(loadU32(holder), 8, leaf);
  storeU32(root, 0); // only an old object refers to it now
  for (let i = 0; i < 50000; i++) assert(newPair(i) !== leaf);
  assertEquals(loadU32(loadU32(holder) + 8), leaf);
  assertEquals(loadI32(leaf + 8), 42);
  gcUnpin(leaf);
  gcCollect(0);
  const moved = loadU32(loadU32(holder) + 8);
  assert(!inNursery(moved));
  assertEquals(loadI32(moved + 8), 42);
});

Deno.test("pins are limited, count, and end with the object", () => {
  startHeap();
  const leaves: number[] = [];
  for (let i = 0; i < 4; i++) leaves.push(newObject("leaf"));
  for (const leaf of leaves) assert(gcPin(leaf));
  assertEquals(gcPin(newObject("leaf")), false, "256 KiB allow four");
  const root = pushRoot(leaves[0]!);
  assert(gcPin(leaves[0]!));
  gcCollect(0);
  gcUnpin(leaves[0]!);
  gcCollect(0);
  assertEquals(loadU32(root), leaves[0], "pinned twice, unpinned once");
  assert(gcPin(newObject("leaf")), "the unreachable ones are gone");
  gcUnpin(leaves[0]!);
  gcCollect(0);
  assert(loadU32(root) !== leaves[0]);
});

Deno.test("the maximum: MemoryError, and the program goes on", () => {
  startHeap();
  gcSetMaximum(16 * 1024 * 1024);
  const root = pushRoot(0);
  for (const length of [100, 5000, 100000]) {
    const bytes = exhaust(root, length);
    assert(bytes > 8 * 1024 * 1024, `${bytes} bytes fit`);
    assert(bytes < 16 * 1024 * 1024, `${bytes} bytes are below the maximum`);
    assert(gcStat(GcStat.HeapBytes) <= 16 * 1024 * 1024 + 262144);
    storeU32(root, 0);
    newArray("refs", length);
  }
});

Deno.test("what the engine refuses is a MemoryError too", () => {
  startHeap({ maximumPages: 256 });
  const root = pushRoot(0);
  assert(exhaust(root, 300) > 4 * 1024 * 1024);
  storeU32(root, 0);
  assert(exhaust(root, 40000) > 4 * 1024 * 1024);
});

Deno.test("impossible lengths are MemoryErrors", () => {
  startHeap({ maximumPages: 512 });
  for (const length of [-1, -2147483648, 2147483647, 536870912]) {
    assertThrows(() => newArray("doubles", length), MemoryError, "out of memory");
  }
  assertThrows(() => newArray("bytes", 2147483647), MemoryError);
  newArray("doubles", 10);
});

Deno.test("without memory for its lists the collector searches the heap", () => {
  startHeap({ maximumPages: 400, debug: false, environment: { PYPY_GC_NURSERY: "1M" } });
  const COUNT = 20000;
  const root = pushRoot(newArray("refs", COUNT));
  for (let i = 0; i < COUNT; i++) {
    const pair = newPair(i);
    setItem(loadU32(root), i, pair);
  }
  gcCollect(0);
  exhaust(pushRoot(0), 50000);
  gcCollect(0);
  exhaust(rootWord(0), 7000);
  assert(freeBlocks <= reservedBlocks + 1, "nothing is left");
  const young = newPair(-1);
  for (let i = 0; i < COUNT; i++) setField(getItem(loadU32(root), i), 8, young);
  assert(rememberedOverflow, "the remembered set is incomplete");
  gcCollect(0);
  assertEquals(rememberedOverflow, false);
  gcCollect(1);
  for (let i = 1; i < COUNT; i++) {
    assertEquals(loadI32(loadU32(getItem(loadU32(root), i) + 8) + 16), -1);
  }
});

Deno.test("marking survives an overflow of its stack", () => {
  startHeap({ maximumPages: 256 });
  const root = pushRoot(0);
  for (let i = 0; i < 40; i++) {
    const array = pushRoot(newArray("refs", 1000));
    for (let j = 0; j < 999; j++) {
      const pair = newPair(j);
      storeU32(pair + 8, loadU32(root));
      setItem(loadU32(array), j, pair);
    }
    setItem(loadU32(array), 999, loadU32(root));
    storeU32(root, loadU32(array));
    popRoots(1);
  }
  gcCollect(0);
  exhaust(pushRoot(0), 50000);
  exhaust(pushRoot(0), 50);
  gcCollect(1);
  let count = 0;
  for (let array = loadU32(root); array !== 0; array = getItem(array, 999)) {
    for (let j = 0; j < 999; j++) assertEquals(loadI32(getItem(array, j) + 16), j);
    count++;
  }
  assertEquals(count, 40);
});

Deno.test("incremental marking keeps what moves from unscanned to scanned objects", () => {
  startHeap({ environment: { PYPY_GC_INCREMENT_STEP: "4K", PYPY_GC_MIN: "1G" } });
  const first = pushRoot(newPair(0));
  const list = pushRoot(0);
  for (let i = 0; i < 2000; i++) prepend(list, i);
  gcCollect(0);
  let steps = 0;
  let last = loadU32(list);
  while (loadU32(last + 8) !== 0 && loadU32(loadU32(last + 8) + 8) !== 0) last = loadU32(last + 8);
  const hidden = loadU32(last + 8);
  assertEquals(loadI32(hidden + 16), 0);
  gcCollectStep();
  assertEquals(phase, MARKING);
  setField(loadU32(first), 8, hidden); // a marked object takes the last reference over
  setField(last, 8, 0);
  while (!gcCollectStep()) steps++;
  assert(steps > 4, `${steps} steps`);
  assertEquals(loadI32(loadU32(loadU32(first) + 8) + 16), 0);
  gcCollect(1);
  assertEquals(loadI32(loadU32(loadU32(first) + 8) + 16), 0);
});

Deno.test("gcCollectStep goes through the phases; disabled, nothing happens by itself", () => {
  startHeap({ environment: { PYPY_GC_MIN: "64K" } });
  gcDisable();
  assertEquals(gcIsEnabled(), false);
  const root = pushRoot(0);
  for (let i = 0; i < 40000; i++) prepend(root, i);
  assertEquals([gcStat(GcStat.MajorCollections), phase], [0, IDLE]);
  gcEnable();
  for (let i = 0; i < 40000; i++) newPair(i);
  assert(gcStat(GcStat.MajorCollections) > 0 || phase === MARKING || phase === SWEEPING);
  while (!gcCollectStep());
  assertEquals(phase, IDLE);
});

Deno.test("memory pressure brings the next major collection about", () => {
  startHeap({ environment: { PYPY_GC_MIN: "100M" } });
  pushRoot(newPair(1));
  gcCollect(0);
  assertEquals(phase, IDLE);
  for (let i = 0; i < 11; i++) gcAddMemoryPressure(10000000);
  assertEquals(gcStat(GcStat.PressureBytes), 110000000);
  while (gcStat(GcStat.MajorCollections) === 0) newPair(2);
  assertEquals(gcStat(GcStat.PressureBytes), 0);
});

Deno.test("the hook is told of collections, statistics count them", () => {
  startHeap();
  const kinds: number[] = [];
  gcSetHook((kind: i32, ms: f64) => {
    assert(ms >= 0);
    kinds.push(kind);
  });
  pushRoot(newPair(1));
  gcCollect(0);
  assertEquals(kinds, [0]);
  while (!gcCollectStep());
  assertEquals(kinds.at(-1), 2);
  assert(kinds.includes(1));
  gcSetHook(null);
  const count = kinds.length;
  gcCollect(1);
  assertEquals(kinds.length, count);
  assertEquals(gcStat(GcStat.MajorCollections), 2);
  assertEquals(gcStat(GcStat.PromotedBytes), 24);
  assertEquals(gcStat(GcStat.OldBytes), 24);
});

Deno.test("stress mode collects at every allocation", () => {
  startHeap({ environment: { PYPY_GC_STRESS: "1" } });
  const root = pushRoot(newPair(1));
  const young = loadU32(root);
  assertEquals(nurseryTop - nurseryFree, 0, "inline allocation never succeeds");
  newPair(2);
  assert(loadU32(root) !== young);
  assertEquals(gcStat(GcStat.MinorCollections), 2);
});

Deno.test("tunables come from the environment", () => {
  startHeap({
    environment: { PYPY_GC_NURSERY: "1.5M", PYPY_GC_MAJOR_COLLECT: "1.82", PYPY_GC_MAX: "1GB" },
  });
  assertEquals([nurseryBytes, nurserySize, majorFactor, maximumBytes], [
    1572864,
    1572864,
    1.82,
    1073741824,
  ]);
  const parse = (text: string) => {
    for (let i = 0; i < text.length; i++) storeU16(0x18000 + 2 * i, text.charCodeAt(i));
    return parseSize(0x18000, text.length);
  };
  const cases: [string, number][] = [
    ["12", 12],
    ["0.5k", 512],
    ["3m", 3145728],
    ["2G", 2147483648],
    ["7b", 7],
    [".5", 0.5],
    ["", -1],
    ["K", -1],
    ["1x", -1],
    ["1kk", -1],
    ["1.2.3", -1],
  ];
  for (const [text, value] of cases) assertEquals(parse(text), value, text);
});

Deno.test("a broken heap is found by the checker", () => {
  startHeap();
  const root = pushRoot(newPair(1, newPair(2)));
  gcCollect(0);
  storeU32(loadU32(root) + 8, loadU32(root) + 8);
  assertThrows(() => gcCollect(0), Error, "internal error 6");
  startHeap();
  const second = pushRoot(newPair(1));
  gcCollect(0);
  storeU32(loadU32(second), infos.pair + 1);
  assertThrows(() => gcCollect(0), Error, "internal error 6");
});

Deno.test("objects of the largest nursery size survive", () => {
  startHeap();
  const root = pushRoot(newArray("bytes", LARGE_OBJECT - 12));
  assert(inNursery(loadU32(root)));
  storeI32(loadU32(root) + LARGE_OBJECT - 4, 99);
  gcCollect(0);
  assertEquals(loadI32(loadU32(root) + LARGE_OBJECT - 4), 99);
});

Deno.test("steady state: memory stays below 1.8 times what lives", () => {
  startHeap({ debug: false, environment: { PYPY_GC_MIN: "1M" } });
  const COUNT = 80000;
  const root = pushRoot(newArray("refs", COUNT));
  let state = 1;
  const random = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) % limit;
  };
  const fresh = () => random(2) === 0 ? newObject("wide") : newArray("bytes", 100 + random(400));
  for (let i = 0; i < COUNT; i++) {
    const object = fresh();
    setItem(loadU32(root), i, object);
  }
  gcCollect(1);
  const live = gcStat(GcStat.OldBytes);
  let worst = 0;
  for (let i = 0; i < 300000; i++) {
    const object = fresh();
    if (random(3) === 0) setItem(loadU32(root), random(COUNT), object);
    if (i % 1000 === 0) worst = Math.max(worst, gcStat(GcStat.HeapBytes) - nurserySize);
  }
  assert(gcStat(GcStat.MajorCollections) > 2, "it did collect");
  assert(worst < 1.8 * live, `${worst} of ${live} bytes: ${worst / live}`);
});
