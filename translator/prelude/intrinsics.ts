/**
 * Intrinsics that only `translator/runtime` uses: they have no meaning untranslated, where JavaScript's own
 * strings, arrays and maps do the work.
 */
import type { Addr, bool, i32 } from "./kinds.ts";
import type { FixedArray } from "./containers.ts";

function absent(): never {
  throw new Error("runtime intrinsics exist only in translated code");
}

/** A new string of `length` zero units, to be filled with {@link setUnit} before anyone else sees it. */
export function newString(_length: i32): string {
  absent();
}
/** Sets one unit of a fresh string. */
export function setUnit(_text: string, _index: i32, _unit: i32): void {
  absent();
}
/** Copies units between strings; `to` is fresh. */
export function copyUnits(_from: string, _start: i32, _to: string, _at: i32, _count: i32): void {
  absent();
}
/** The hash field of a string; 0 when not computed yet. */
export function getHashField(_text: string): i32 {
  absent();
}
/** Sets the hash field of a string. */
export function setHashField(_text: string, _hash: i32): void {
  absent();
}
/** Address of unit 0 of a string, valid until the next call that can collect. */
export function unitsOf(_text: string): Addr {
  absent();
}
/**
 * A fixed array of `length` zeros, nulls or falses, whatever `T` is. A literal 0 gives the same array each time, so
 * that nothing is allocated: programs must not see its identity.
 */
export function newZeroedArray<T>(_length: i32): FixedArray<T> {
  absent();
}
/** The zero of `T`: 0, false or null. */
export function zeroOf<T>(): T {
  absent();
}
/** Hash of a map key by its kind: integers by value, strings by content, objects by identity. */
export function hashKey<K>(_key: K): i32 {
  absent();
}
/** Equality of map keys (SameValueZero): by value, strings by content, objects by identity. */
export function sameKey<K>(_a: K, _b: K): bool {
  absent();
}
/** `===` on any kind. */
export function strictEquals<T>(_a: T, _b: T): bool {
  absent();
}
/** The text of a value of any kind, as a template literal gives it. */
export function textOf<T>(_value: T): string {
  absent();
}
/** The class name of an object. */
export function classNameOf(_object: object): string {
  absent();
}
/** The pending `main` of the program being translated. */
export function callMain(_args: string[]): i32 {
  absent();
}
