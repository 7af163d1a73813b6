/**
 * `@rts/intrinsics` for the simulation. Zeros of every type are null, which tests can tell from what they put in.
 */
import type { FixedArray } from "../../prelude/containers.ts";
import { MemoryError } from "../../prelude/exceptions.ts";
import { SimString, toSimulated } from "./strings.ts";
import { hash_f64, hash_i64, hash_object, same_f64 } from "../keys.ts";
import { settings } from "./settings.ts";

type Text = string | SimString;

function checkIndex(array: unknown[], key: string | symbol): void {
  if (typeof key !== "string" || !/^-?\d+$/.test(key)) return;
  if (!(Number(key) >= 0 && Number(key) < array.length)) {
    throw new Error(`index ${key} out of bounds (${array.length})`);
  }
}
/** What the debug profile checks of fixed arrays. */
const BOUNDS_CHECKED: ProxyHandler<unknown[]> = {
  get(array, key) {
    checkIndex(array, key);
    return Reflect.get(array, key);
  },
  set(array, key, value) {
    checkIndex(array, key);
    return Reflect.set(array, key, value);
  },
};

export function newString(length: number): SimString {
  return new SimString(length);
}
export function setUnit(text: SimString, index: number, unit: number): void {
  text.set(index, unit);
}
export function copyUnits(from: Text, start: number, to: SimString, at: number, count: number): void {
  if (count < 0) throw new Error(`copyUnits of ${count} units`);
  const units: number[] = [];
  for (let i = 0; i < count; i++) units.push(from.charCodeAt(start + i));
  units.forEach((unit, i) => to.set(at + i, unit));
}
export function getHashField(text: Text): number {
  return toSimulated(text).hash;
}
export function setHashField(text: Text, hash: number): void {
  toSimulated(text).hash = hash;
}
export function unitsOf(text: Text): number {
  return toSimulated(text).address;
}
export function newZeroedArray<T>(length: number): FixedArray<T> {
  if (length < 0 || length > settings.maxLength) throw new MemoryError("out of memory");
  return new Proxy(new Array(length).fill(null), BOUNDS_CHECKED) as unknown as FixedArray<T>;
}
export function zeroOf(): null {
  return null;
}
/** Poor on purpose for small integers, so that tables meet collisions. */
export function hashKey(key: unknown): number {
  if (typeof key === "number") return Number.isInteger(key) && Math.abs(key) < 100 ? key % 7 : hash_f64(key);
  if (typeof key === "bigint") return hash_i64(key);
  if (typeof key === "string") return key.length;
  return hash_object(key as object);
}
export function sameKey(a: unknown, b: unknown): boolean {
  return typeof a === "number" && typeof b === "number" ? same_f64(a, b) : a === b;
}
export function strictEquals(a: unknown, b: unknown): boolean {
  return a === b;
}
export function textOf(value: unknown): Text {
  return value instanceof SimString ? value : String(value);
}
export function classNameOf(object: object): string {
  return object.constructor.name;
}
export function callMain(args: string[]): number {
  return settings.main(args);
}
