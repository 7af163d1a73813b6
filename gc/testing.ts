/**
 * The collector without a translator: a fake image (type infos, prebuilt objects, root area, shadow stack) in a memory
 * of its own, and a model of the object graph in JavaScript objects to compare the heap with. Only for tests.
 */
import { assert, assertEquals } from "@std/assert";
import {
  loadI32,
  loadU16,
  loadU32,
  rawAttach,
  setCallSlot,
  setLayout,
  setStackPointer,
  storeI32,
  storeU16,
  storeU32,
} from "@rts/raw";
import { setHostEnvironment } from "@rts/host";
import { FORWARDED, HAS_CARDS, objectSize, TRACK_YOUNG } from "./header.ts";
import { inNursery, nurseryTake } from "./nursery.ts";
import {
  gcCardBarrier,
  gcCollect,
  gcInit,
  gcNewArray,
  gcPin,
  gcReserve,
  gcWriteBarrier,
  nurseryFree,
  nurseryTop,
} from "./mod.ts";

/** The types of the fake image. `refs`: offsets of references; `id`: offset of the number that tells objects apart. */
export const TYPES = {
  tiny: { kind: 0, size: 8, shift: 0, refs: [], id: 0 },
  leaf: { kind: 0, size: 16, shift: 0, refs: [], id: 8 },
  pair: { kind: 0, size: 24, shift: 0, refs: [8, 12], id: 16 },
  wide: { kind: 0, size: 200, shift: 0, refs: [8, 16, 24, 100, 192], id: 12 },
  bytes: { kind: 1, size: 12, shift: 0, refs: [], id: 0 },
  doubles: { kind: 1, size: 16, shift: 3, refs: [], id: 0 },
  refs: { kind: 2, size: 12, shift: 2, refs: [], id: 0 },
  weak: { kind: 3, size: 24, shift: 0, refs: [], id: 16 },
  queue: { kind: 4, size: 16, shift: 0, refs: [], id: 0 },
} as const satisfies Record<
  string,
  { kind: number; size: number; shift: number; refs: readonly number[]; id: number }
>;
export type TypeName = keyof typeof TYPES;

const INFO_START = 1024;
const ROOTS = 0x4000;
const PREBUILT = 0x8000;
const STACK = 0x10000;
const STACK_END = 0x20000;
/** Prebuilt objects: this many pairs, then a queue. */
export const PREBUILT_PAIRS = 64;
export const ROOT_WORDS = 16;

/** Addresses of type infos by name. */
export const infos = {} as Record<TypeName, number>;

export interface Options {
  readonly environment?: Record<string, string>;
  readonly debug?: boolean;
  readonly stress?: boolean;
  /** Address of the heap, for tests beyond 2 GiB. */
  readonly heapStart?: number;
  /** Pages the memory may grow to. */
  readonly maximumPages?: number;
}

let stackTop = STACK;
/** Slots of the triggers called. */
export const triggered: number[] = [];

/** A fresh heap. Returns its memory. */
export function startHeap(options: Options = {}): WebAssembly.Memory {
  const heapStart = options.heapStart ?? STACK_END;
  const pages = Math.ceil((heapStart + 65536) / 65536);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: options.maximumPages ?? 65536 });
  rawAttach(memory);
  const prebuiltEnd = PREBUILT + PREBUILT_PAIRS * TYPES.pair.size + TYPES.queue.size;
  writeTypeInfos();
  const values: Record<string, number> = {
    prebuiltStart: PREBUILT,
    prebuiltEnd,
    staticEnd: STACK,
    rootsStart: ROOTS,
    rootsEnd: ROOTS + 4 * ROOT_WORDS,
    stackStart: STACK,
    stackLimit: STACK_END - 1024,
    stackEnd: STACK_END,
    heapStart,
    debug: options.debug === false ? 0 : 1,
    gcStress: options.stress === true ? 1 : 0,
  };
  for (const [name, value] of Object.entries(values)) setLayout(name, value);
  setHostEnvironment(
    new Map(Object.entries({ PYPY_GC_NURSERY: "256K", PYPY_GC_STEP_MS: "0", ...options.environment })),
  );
  writePrebuilts();
  stackTop = STACK;
  setStackPointer(STACK);
  triggered.length = 0;
  setCallSlot((slot) => triggered.push(slot));
  gcInit();
  return memory;
}

function writeTypeInfos(): void {
  let at = INFO_START;
  for (const [name, type] of Object.entries(TYPES)) {
    infos[name as TypeName] = at;
    const offsets = at + 24;
    storeI32(at, type.kind);
    storeI32(at + 4, type.size);
    storeI32(at + 8, type.kind === 1 || type.kind === 2 ? type.shift : type.refs.length);
    storeI32(at + 12, offsets);
    type.refs.forEach((offset, index) => storeU16(offsets + 2 * index, offset));
    at += 64;
  }
}

function writePrebuilts(): void {
  for (let i = 0; i < PREBUILT_PAIRS; i++) {
    storeU32(prebuiltPair(i), infos.pair);
    storeI32(prebuiltPair(i) + 4, TRACK_YOUNG);
    storeI32(prebuiltPair(i) + TYPES.pair.id, -1 - i);
  }
  storeU32(prebuiltQueue(), infos.queue);
  storeI32(prebuiltQueue() + 4, TRACK_YOUNG);
  storeI32(prebuiltQueue() + 8, 77);
}

/** Address of prebuilt pair `index`. */
export function prebuiltPair(index: number): number {
  return PREBUILT + index * TYPES.pair.size;
}
/** Address of the prebuilt queue, whose trigger has slot 77. */
export function prebuiltQueue(): number {
  return PREBUILT + PREBUILT_PAIRS * TYPES.pair.size;
}
/** Address of word `index` of the root area. */
export function rootWord(index: number): number {
  return ROOTS + 4 * index;
}

/** Pushes a word on the shadow stack; its address. */
export function pushRoot(word: number): number {
  storeU32(stackTop, word);
  stackTop += 4;
  setStackPointer(stackTop);
  return stackTop - 4;
}
/** Takes `count` words off the shadow stack. */
export function popRoots(count: number): void {
  stackTop -= 4 * count;
  setStackPointer(stackTop);
}

/** What an inline allocation does: bump when there is room, else the slow path. */
export function newObject(type: TypeName): number {
  const { size } = TYPES[type];
  const at = nurseryTop - nurseryFree >= size ? nurseryTake(size) : gcReserve(size);
  for (let word = 0; word < size; word += 4) assertEquals(loadI32(at + word), 0, "allocated memory is zero");
  storeU32(at, infos[type]);
  return at;
}
/** A new array. */
export function newArray(type: TypeName, length: number): number {
  return gcNewArray(infos[type], length);
}

/** Stores a reference in a field as translated code does. */
export function setField(object: number, offset: number, value: number): void {
  if ((loadI32(object + 4) & TRACK_YOUNG) !== 0) gcWriteBarrier(object);
  storeU32(object + offset, value);
}
/** Stores a reference in an element as translated code does. */
export function setItem(array: number, index: number, value: number): void {
  const flags = loadI32(array + 4);
  if ((flags & TRACK_YOUNG) !== 0) {
    if ((flags & HAS_CARDS) !== 0) gcCardBarrier(array, index);
    else gcWriteBarrier(array);
  }
  storeU32(array + 12 + 4 * index, value);
}
/** Element `index` of an array of references. */
export function getItem(array: number, index: number): number {
  return loadU32(array + 12 + 4 * index);
}

/** An object of the model. */
export interface Node {
  readonly type: TypeName;
  readonly id: number;
  readonly length: number;
  /** What the heap object's references must be, sparse for big arrays. */
  readonly refs: Map<number, Node>;
  /** Weak: the target, null once found cleared. */
  target: Node | null;
  /** Weak: it or its target came back from the dead, so it may have been cleared. */
  uncertain: boolean;
  /** Recorded identity; 0: never taken. */
  hash: number;
  objectId: number;
  /** Where it is pinned; 0: not. */
  pinnedAt: number;
}

/** Number of reference slots of a model object. */
export function slotsOf(node: Node): number {
  return node.type === "refs" ? node.length : TYPES[node.type].refs.length;
}
/** Address of reference slot `index` of the heap object at `address` that corresponds to `node`. */
export function slotAddress(node: Node, address: number, index: number): number {
  return address + (node.type === "refs" ? 12 + 4 * index : TYPES[node.type].refs[index]!);
}

/** Checks one heap object against the model: type, identity number, length. */
export function checkNode(node: Node, address: number): void {
  assertEquals(loadU32(address), infos[node.type], `type of ${node.type} ${node.id} at ${address}`);
  if (inNursery(address)) assertEquals(loadI32(address + 4) & FORWARDED, 0);
  const { kind, id } = TYPES[node.type];
  if (kind === 1 || kind === 2) assertEquals(loadI32(address + 8), node.length);
  else if (id !== 0) assertEquals(loadI32(address + id), node.id, `number of ${node.type}`);
  if (kind === 1 && node.length > 2) {
    const { size } = TYPES[node.type];
    assertEquals(loadU16(address + size), node.id & 0xffff);
    const last = (objectSize(address) - 8) & ~7;
    if (node.type === "doubles") assertEquals(loadI32(address + last), node.id);
  }
  if (node.pinnedAt !== 0) assertEquals(address, node.pinnedAt, "a pinned object stays");
}

/** Writes what {@link checkNode} checks into a fresh object. */
export function fillNode(node: Node, address: number): void {
  const { kind, id, size } = TYPES[node.type];
  if (kind !== 1 && kind !== 2) {
    if (id !== 0) storeI32(address + id, node.id);
  } else if (kind === 1 && node.length > 2) {
    storeU16(address + size, node.id & 0xffff);
    if (node.type === "doubles") storeI32(address + ((objectSize(address) - 8) & ~7), node.id);
  }
}

export { assert, gcCollect, gcPin };
