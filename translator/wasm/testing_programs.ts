/** Text of a stand-in for the collector: it only bumps, and counts what is asked of it. */

/**
 * Declarations to put before a test's own (the class `object` is among them). `initHeap(bytes)` opens a nursery at the
 * start of the heap; beyond it, `gcReserve` takes from a reserve of the same size and then raises `#900`.
 * `counts`: calls of reserve, newArray, writeBarrier, cardBarrier, arrayWriteBarrier, as five `i32` at `handlesStart`.
 */
export const FAKE_COLLECTOR = `
class object
class Exception extends object { field message: ref }
class MemoryError extends Exception
class OverflowError extends Exception
class StackOverflowError extends Exception
array string: u16 base 16
object #900 MemoryError {}
global "gc/mod.ts:nurseryFree": i32 = 0
global "gc/mod.ts:nurseryTop": i32 = 0
global reserveFree: i32 = 0
global reserveTop: i32 = 0
export "initHeap" = initHeap
export "gcReserve" = gcReserve
export "gcNewArray" = gcNewArray
export "gcWriteBarrier" = gcWriteBarrier
export "gcCardBarrier" = gcCardBarrier
export "gcArrayWriteBarrier" = gcArrayWriteBarrier
func initHeap(bytes: i32) -> void {
  var p: i32
  var pages: i32
  p = layout "heapStart"()
  pages = i32.shr_u(bytes, 15)
  pages = i32.add(pages, 1)
  pages = memory.grow(pages)
  setglobal "gc/mod.ts:nurseryFree"(p)
  p = i32.add(p, bytes)
  setglobal "gc/mod.ts:nurseryTop"(p)
  setglobal reserveFree(p)
  p = i32.add(p, bytes)
  setglobal reserveTop(p)
}
func bumpCount(index: i32) -> void {
  var p: i32
  var n: i32
  p = layout "handlesStart"()
  n = i32.shl(index, 2)
  p = i32.add(p, n)
  n = load.i32 0(p)
  n = i32.add(n, 1)
  store.i32 0(p, n)
}
func takeReserve(size: i32) -> i32 {
  var p: i32
  var end: i32
  var top: i32
  var full: i32
  p = getglobal reserveFree()
  end = i32.add(p, size)
  top = getglobal reserveTop()
  full = i32.gt_u(end, top)
  if full {
    exc.set(#900)
    return 0
  }
  setglobal reserveFree(end)
  return p
}
func gcReserve(size: i32) -> i32 {
  var p: i32
  call bumpCount(0)
  p = call takeReserve(size)
  return p
}
func gcNewArray(type: i32, length: i32) -> i32 {
  var p: i32
  var base: i32
  var shift: i32
  var size: i32
  call bumpCount(1)
  base = load.i32 4(type)
  shift = load.i32 8(type)
  size = i32.shl(length, shift)
  size = i32.add(size, base)
  size = i32.add(size, 7)
  size = i32.and(size, -8)
  p = call takeReserve(size)
  store.i32 0(p, type)
  store.i32 8(p, length)
  return p
}
func gcWriteBarrier(o: i32) -> void {
  call bumpCount(2)
}
func gcCardBarrier(o: i32, index: i32) -> void {
  call bumpCount(3)
}
func gcArrayWriteBarrier(o: i32, start: i32, end: i32) -> void {
  call bumpCount(4)
}
`;

/** Declarations of a collector whose work {@link "./testing_collector.ts"} does: it moves everything at each allocation. */
export const MOVING_COLLECTOR = `
class object
class Exception extends object { field message: ref }
class OverflowError extends Exception
class StackOverflowError extends Exception
array string: u16 base 16
global "gc/mod.ts:nurseryFree": i32 = 0
global "gc/mod.ts:nurseryTop": i32 = 0
host test_reserve: (i32, i32) -> i32
export "gcReserve" = gcReserve
export "gcNewArray" = gcNewArray
export "gcWriteBarrier" = gcWriteBarrier
export "gcCardBarrier" = gcCardBarrier
export "gcArrayWriteBarrier" = gcArrayWriteBarrier
func gcReserve(size: i32) -> i32 {
  var sp: i32
  sp = stack.pointer()
  size = callhost test_reserve(sp, size)
  return size
}
func gcNewArray(type: i32, length: i32) -> i32 {
  var sp: i32
  var p: i32
  var t: i32
  var size: i32
  sp = stack.pointer()
  size = load.i32 8(type)
  size = i32.shl(length, size)
  t = load.i32 4(type)
  size = i32.add(size, t)
  size = i32.add(size, 7)
  size = i32.and(size, -8)
  p = callhost test_reserve(sp, size)
  store.i32 0(p, type)
  store.i32 8(p, length)
  return p
}
func gcWriteBarrier(o: i32) -> void {
}
func gcCardBarrier(o: i32, index: i32) -> void {
}
func gcArrayWriteBarrier(o: i32, start: i32, end: i32) -> void {
}
`;
