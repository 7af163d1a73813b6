/**
 * Raw access to the linear memory, for `gc/` and the runtime alone. Translated, each is one Wasm instruction.
 * Untranslated they work on a memory of their own, set with {@link rawAttach}, so that the collector's
 * algorithms are tested without a translator. Accesses are little-endian and naturally aligned.
 */
import type { Addr, f64, i32, i64, u32 } from "./kinds.ts";

let memory: WebAssembly.Memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
let u8s = new Uint8Array(memory.buffer);
let u16s = new Uint16Array(memory.buffer);
let i32s = new Int32Array(memory.buffer);
let u32s = new Uint32Array(memory.buffer);
let i64s = new BigInt64Array(memory.buffer);
let f64s = new Float64Array(memory.buffer);

function refreshViews(): void {
  u8s = new Uint8Array(memory.buffer);
  u16s = new Uint16Array(memory.buffer);
  i32s = new Int32Array(memory.buffer);
  u32s = new Uint32Array(memory.buffer);
  i64s = new BigInt64Array(memory.buffer);
  f64s = new Float64Array(memory.buffer);
}

/** Untranslated only: makes `target` the memory that the functions of this file work on. */
export function rawAttach(target: WebAssembly.Memory): void {
  memory = target;
  refreshViews();
}

export function loadU8(address: Addr): i32 {
  return u8s[address];
}
export function loadU16(address: Addr): i32 {
  return u16s[address >>> 1];
}
export function loadI32(address: Addr): i32 {
  return i32s[address >>> 2];
}
export function loadU32(address: Addr): u32 {
  return u32s[address >>> 2];
}
export function loadI64(address: Addr): i64 {
  return i64s[address >>> 3];
}
export function loadF64(address: Addr): f64 {
  return f64s[address >>> 3];
}
export function storeU8(address: Addr, value: i32): void {
  u8s[address] = value;
}
export function storeU16(address: Addr, value: i32): void {
  u16s[address >>> 1] = value;
}
export function storeI32(address: Addr, value: i32): void {
  i32s[address >>> 2] = value;
}
export function storeU32(address: Addr, value: u32): void {
  u32s[address >>> 2] = value;
}
export function storeI64(address: Addr, value: i64): void {
  i64s[address >>> 3] = value;
}
export function storeF64(address: Addr, value: f64): void {
  f64s[address >>> 3] = value;
}
/** Copies `bytes` bytes; the ranges may overlap. */
export function rawCopy(to: Addr, from: Addr, bytes: u32): void {
  u8s.copyWithin(to, from, from + bytes);
}
/** Sets `bytes` bytes to `byte`. */
export function rawFill(to: Addr, byte: i32, bytes: u32): void {
  u8s.fill(byte, to, to + bytes);
}
/** Size of the memory in pages of 64 KiB. */
export function memoryPages(): i32 {
  return memory.buffer.byteLength / 65536;
}
/** Grows by `pages`; the old size in pages, or -1 when the engine refuses. */
export function memoryGrow(pages: i32): i32 {
  try {
    const before = memory.grow(pages);
    refreshViews();
    return before;
  } catch {
    return -1;
  }
}
/** Gives the pages of `[address, address + bytes)` back to the system; they read as zeros afterwards. */
export function memoryDiscard(address: Addr, bytes: u32): void {
  u8s.fill(0, address, address + bytes);
}

/** Translated only: the end of the shadow stack in use by the callers of this function. */
export function stackPointer(): Addr {
  return untranslatedStackPointer;
}
let untranslatedStackPointer: Addr = 0;
/** Untranslated only: what {@link stackPointer} answers; tests hold their roots below it. */
export function setStackPointer(address: Addr): void {
  untranslatedStackPointer = address;
}
/** Translated only: the address of `object`, valid until the next call that can collect. */
export function addressOf(_object: object | null): Addr {
  throw new Error("addressOf exists only in translated code");
}
/** Translated only: the object at `address`, which must be of class `T`. */
export function objectAt<T extends object>(_address: Addr): T {
  throw new Error("objectAt exists only in translated code");
}
/** Calls the function in slot `slot` of the function table, which must be `() => void`. */
export function callSlot(slot: i32): void {
  untranslatedCallSlot(slot);
}
let untranslatedCallSlot: (slot: i32) => void = () => {};
/** Untranslated only: what {@link callSlot} does. */
export function setCallSlot(call: (slot: i32) => void): void {
  untranslatedCallSlot = call;
}

const layoutValues = new Map<string, Addr>();
/** A constant of the layout, by name (docs/translator.md): the collector's view of the image. */
export function layout(name: string): Addr {
  return layoutValues.get(name) ?? 0;
}
/** Untranslated only: sets what {@link layout} answers for `name`; what was not set is 0. */
export function setLayout(name: string, value: Addr): void {
  layoutValues.set(name, value);
}
