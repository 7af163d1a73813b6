/**
 * The border between a program's memory and a system: turns the slots of `host_os` into what {@link Os} takes, by the
 * table of calls.
 */
import { type Kind, type Os, OS_CALLS, OS_NAMES } from "./calls.ts";
import { ERRNO } from "./errno.ts";

/** Slots of the narrow form. */
export const SLOTS = 7;

type AnyCall = (...args: unknown[]) => number | bigint;
const NOTHING = new Uint8Array(0);

/** Makes an argument of the slots at `at`. */
const READERS: Readonly<Record<Kind, (memory: ArrayBuffer, slots: Int32Array, at: number) => unknown>> = {
  i32: (_, slots, at) => slots[at],
  path: (memory, slots, at) => new Uint8Array(memory, slots[at] >>> 0, slots[at + 1]),
  bytes: (memory, slots, at) => new Uint8Array(memory, slots[at] >>> 0, slots[at + 1]),
  i32s: (memory, slots, at) => new Int32Array(memory, slots[at] >>> 0, slots[at + 1]),
  i64s: (memory, slots, at) => new BigInt64Array(memory, slots[at] >>> 0, slots[at + 1]),
  i64: () => {
    throw new Error("not in a slot");
  },
};

interface Plan {
  readonly call: AnyCall;
  readonly kinds: readonly Kind[];
  readonly at: readonly number[];
}

function planOf(os: Os, number: number): Plan {
  const name = OS_NAMES[number];
  const kinds = (OS_CALLS[name] as readonly Kind[]).filter((kind) => kind !== "i64");
  const at: number[] = [];
  let slot = 0;
  for (const kind of kinds) {
    at.push(slot);
    slot += kind === "i32" ? 1 : 2;
  }
  return { call: (os[name] as AnyCall).bind(os), kinds, at };
}

/** The calls of one program. */
export class Border {
  /** Slots of the call to come. */
  readonly slots = new Int32Array(SLOTS);
  private readonly plans: Plan[] = [];
  private pending: Uint8Array = NOTHING;

  constructor(private readonly os: Os) {}

  private plan(number: number): Plan {
    return this.plans[number] ??= planOf(this.os, number);
  }
  private arguments({ kinds, at }: Plan, memory: ArrayBuffer): unknown[] {
    return kinds.map((kind, i) => READERS[kind](memory, this.slots, at[i]));
  }

  /** A call that answers an `i32`. */
  narrow(number: number, memory: ArrayBuffer): number {
    const plan = this.plan(number);
    return plan.call(...this.arguments(plan, memory)) as number;
  }
  /** A call with an `i64`, which answers one. */
  wide(number: number, memory: ArrayBuffer, value: bigint): bigint {
    const plan = this.plan(number);
    return plan.call(...this.arguments(plan, memory), value) as bigint;
  }
  /** Copies the pending bytes to an address. */
  take(memory: ArrayBuffer, to: number): void {
    const bytes = this.os.takePending();
    new Uint8Array(memory, to >>> 0, bytes.length).set(bytes);
  }
}

/** What every call answers on a system that has none of them. */
export const NOT_THERE = -ERRNO.ENOSYS;
