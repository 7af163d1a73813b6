/** `@rts/host` for the simulation: files, arguments and output are plain objects that tests look at. */
import { MATH_FUNCTIONS } from "../../../core/host/table.ts";
import { loadU16, storeU16 } from "../../prelude/raw.ts";

/** State of the simulated host. */
export const host = {
  args: [] as string[],
  files: new Map<string, string>(),
  /** What was written, as `[descriptor, text]`. */
  written: [] as [number, string][],
  /** Class name and message of uncaught exceptions. */
  uncaught: [] as [string, string][],
  /** Makes writes fail. */
  broken: false,
  pending: null as string | null,
};

function textAt(address: number, units: number): string {
  let text = "";
  for (let i = 0; i < units; i++) text += String.fromCharCode(loadU16(address + 2 * i));
  return text;
}
function copyTo(address: number, text: string): void {
  for (let i = 0; i < text.length; i++) storeU16(address + 2 * i, text.charCodeAt(i));
}
function leavePending(text: string): number {
  host.pending = text;
  return text.length;
}
function failWith(message: string): number {
  host.pending = message;
  return -1;
}

export function host_arg_count(): number {
  return host.args.length;
}
export function host_arg_length(index: number): number {
  return host.args[index].length;
}
export function host_arg_copy(index: number, to: number): void {
  copyTo(to, host.args[index]);
}
export function host_write(fd: number, address: number, units: number): number {
  if (host.broken) return failWith("broken pipe");
  host.written.push([fd, textAt(address, units)]);
  return 0;
}
export function host_read_file(address: number, units: number): number {
  const content = host.files.get(textAt(address, units));
  return content === undefined ? failWith("no such file") : leavePending(content);
}
export function host_pending_length(): number {
  if (host.pending === null) throw new Error("no text is pending");
  return host.pending.length;
}
export function host_pending_copy(to: number): void {
  if (host.pending === null) throw new Error("no text is pending");
  copyTo(to, host.pending);
  host.pending = null;
}
export function host_clock(): number {
  return performance.now();
}
export function host_f64_text(value: number): number {
  return leavePending(String(value));
}
export function host_f64_fixed(value: number, digits: number): number {
  return leavePending(value.toFixed(digits));
}
export function host_f64_parse(address: number, units: number): number {
  return Number(textAt(address, units));
}
export function host_math1(which: number, x: number): number {
  return (Math[MATH_FUNCTIONS[which]] as (x: number) => number)(x);
}
export function host_math2(which: number, x: number, y: number): number {
  return (Math[MATH_FUNCTIONS[which]] as (x: number, y: number) => number)(x, y);
}
export function host_f64_rem(x: number, y: number): number {
  return x % y;
}
export function host_uncaught(name: number, nameUnits: number, message: number, messageUnits: number): void {
  host.uncaught.push([textAt(name, nameUnits), textAt(message, messageUnits)]);
}
