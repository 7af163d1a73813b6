/**
 * Strings of the simulation. Their units lie in the raw memory of `@rts/raw`, so that addresses of units work;
 * the rest is what the runtime uses of a string: `length` and `charCodeAt`. Nothing is ever freed.
 */
import { loadU16, memoryGrow, memoryPages, storeU16 } from "../../prelude/raw.ts";
import { MemoryError } from "../../prelude/exceptions.ts";

let free = 16;
/** Longer strings are refused, as a full heap would. */
const MAX_UNITS = 1 << 20;

/** Bytes in the raw memory, 8-aligned and zeroed. */
function allocate(bytes: number): number {
  const address = free;
  free += (bytes + 7) & ~7;
  const missing = Math.ceil(free / 65536) - memoryPages();
  if (missing > 0 && memoryGrow(missing) < 0) throw new Error("simulation out of memory");
  return address;
}

/** A string under construction or complete. */
export class SimString {
  readonly address: number;
  hash = 0;

  constructor(readonly length: number) {
    if (length < 0 || length > MAX_UNITS) throw new MemoryError("out of memory");
    this.address = allocate(length * 2);
  }

  /** The unit at `index`, which must be inside: checked as the debug profile does. */
  charCodeAt(index: number): number {
    this.check(index);
    return loadU16(this.address + index * 2);
  }

  set(index: number, unit: number): void {
    this.check(index);
    if (unit !== (unit & 0xffff)) throw new Error(`unit ${unit} is out of range`);
    storeU16(this.address + index * 2, unit);
  }

  text(): string {
    let result = "";
    for (let i = 0; i < this.length; i++) result += String.fromCharCode(this.charCodeAt(i));
    return result;
  }

  private check(index: number): void {
    if (!(index >= 0 && index < this.length && index === (index | 0))) {
      throw new Error(`string index ${index} out of bounds (${this.length})`);
    }
  }
}

/** A new simulated string with the units of `text`. */
export function copyToSimulation(text: string): SimString {
  const result = new SimString(text.length);
  for (let i = 0; i < text.length; i++) result.set(i, text.charCodeAt(i));
  return result;
}

const literals = new Map<string, SimString>();
/** `value` as a simulated string: itself, or one for all uses of a JavaScript string. */
export function toSimulated(value: string | SimString): SimString {
  if (value instanceof SimString) return value;
  let result = literals.get(value);
  if (result === undefined) literals.set(value, result = copyToSimulation(value));
  return result;
}
