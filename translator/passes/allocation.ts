/**
 * Which allocations are inline: the emitter, the barrier pass and the root pass must agree on it.
 *
 * An inline allocation bumps the nursery pointer; only its slow path calls the collector, and its result is young.
 * All others are plain calls of the collector, and what they return may be old.
 */
import { allFields, type ArrayDesc, type ClassDesc, type Instr, sizeOfStorage } from "../ir/ir.ts";

/** Objects up to this many bytes are allocated inline. It is less than the collector's `LARGE_OBJECT`. */
export const MAX_INLINE_ALLOCATION = 512;

/** Tells whether `instr` is a `new` or `newarray` that is allocated inline. */
export function isInlineAllocation(instr: Instr): boolean {
  if (instr.op === "new") return inlineClass(instr.imm as ClassDesc);
  if (instr.op !== "newarray") return false;
  const [length] = instr.args;
  if (length.kind !== "const" || typeof length.value !== "number" || length.value < 0) return false;
  const desc = instr.imm as ArrayDesc;
  return desc.base + length.value * sizeOfStorage(desc.element) <= MAX_INLINE_ALLOCATION;
}

/** An upper bound of the size is enough: every field as if it took 8 bytes. Classes do not change any more. */
function inlineClass(cls: ClassDesc): boolean {
  let inline = inlineClasses.get(cls);
  if (inline === undefined) {
    inline = 8 + 8 * allFields(cls).length <= MAX_INLINE_ALLOCATION;
    inlineClasses.set(cls, inline);
  }
  return inline;
}
const inlineClasses = new WeakMap<ClassDesc, boolean>();
