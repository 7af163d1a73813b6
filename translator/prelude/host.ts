/**
 * The host table for RTS: the translator turns a call of a function of this file into a host call of that name.
 * Only the runtime and `gc/` use them; untranslated there is nothing behind most of them.
 */
import type { Addr, f64, i32, i64 } from "./kinds.ts";
import { loadU16, storeU16 } from "./raw.ts";

function absent(): never {
  throw new Error("host calls exist only in translated code");
}

export function host_arg_count(): i32 {
  absent();
}
export function host_arg_length(_index: i32): i32 {
  absent();
}
export function host_arg_copy(_index: i32, _to: Addr): void {
  absent();
}
export function host_write(_fd: i32, _address: Addr, _units: i32): i32 {
  absent();
}
export function host_read_file(_address: Addr, _units: i32): i32 {
  absent();
}
export function host_pending_length(): i32 {
  absent();
}
export function host_pending_copy(to: Addr): void {
  for (let i = 0; i < pending.length; i++) storeU16(to + 2 * i, pending.charCodeAt(i));
}
export function host_clock(): f64 {
  return performance.now();
}
export function host_f64_text(_value: f64): i32 {
  absent();
}
export function host_f64_fixed(_value: f64, _digits: i32): i32 {
  absent();
}
export function host_f64_parse(_address: Addr, _units: i32): f64 {
  absent();
}
export function host_math1(_which: i32, _x: f64): f64 {
  absent();
}
export function host_math2(_which: i32, _x: f64, _y: f64): f64 {
  absent();
}
export function host_f64_rem(x: f64, y: f64): f64 {
  return x % y;
}
export function host_env(address: Addr, units: i32): i32 {
  let name = "";
  for (let i = 0; i < units; i++) name += String.fromCharCode(loadU16(address + 2 * i));
  const value = environment.get(name);
  if (value === undefined) return -1;
  pending = value;
  return value.length;
}
let environment: ReadonlyMap<string, string> = new Map();
let pending = "";
/** Untranslated only: the variables that {@link host_env} knows. */
export function setHostEnvironment(variables: ReadonlyMap<string, string>): void {
  environment = variables;
}
export function host_discard(_address: Addr, _bytes: i32): void {}
export function host_os(
  _call: i32,
  _a: i32,
  _b: i32,
  _c: i32,
  _d: i32,
  _e: i32,
  _f: i32,
  _g: i32,
): i32 {
  absent();
}
export function host_os_wide(_call: i32, _a: i32, _b: i32, _c: i32, _value: i64): i64 {
  absent();
}
export function host_os_take(_to: Addr): void {
  absent();
}
export function host_uncaught(_class: Addr, _classUnits: i32, _message: Addr, _messageUnits: i32): void {
  absent();
}
export function host_panic(cause: i32, a: i32, b: i32): void {
  throw new Error(`internal error ${cause} (${a}, ${b})`);
}
