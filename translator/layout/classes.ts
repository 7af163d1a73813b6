/**
 * Instances and vtables: offsets of fields, sizes, order of classes, slots of methods.
 *
 * Fields take their natural alignment, a class's own fields after its parent's. A field goes into the lowest gap
 * that alignment left among the fields of its own class (the parent's unused tail included), else to the end.
 */
import {
  allFields,
  type ClassDesc,
  type FieldDesc,
  type MethodDesc,
  type Program,
  sizeOfStorage,
} from "../ir/ir.ts";

/** Bytes of an object's header: type info and GC word. */
export const HEADER_SIZE = 8;
/** Bytes of a type info before its vtable. */
export const TYPE_INFO_SIZE = 24;
/** Offset in an array of its length. */
export const LENGTH_OFFSET = 8;
/** Largest offset of a reference, for their tables hold 16 bits. */
const MAX_REF_OFFSET = 0xffff;

/** Rounds up to a multiple of a power of two. */
export function alignUp(value: number, alignment: number): number {
  return (value + alignment - 1) & -alignment;
}

interface Gap {
  start: number;
  end: number;
}

/** Gives a field of `size` bytes the lowest fitting place in `gaps`; null when none fits. */
function takeGap(gaps: Gap[], size: number): number | null {
  for (let i = 0; i < gaps.length; i++) {
    const gap = gaps[i];
    const start = alignUp(gap.start, size);
    if (start + size > gap.end) continue;
    const pieces: Gap[] = [{ start: gap.start, end: start }, { start: start + size, end: gap.end }];
    gaps.splice(i, 1, ...pieces.filter((piece) => piece.end > piece.start));
    return start;
  }
  return null;
}

/** Places the own fields of a class whose inherited part ends at `start`; the end of the last field. */
function placeFields(fields: readonly FieldDesc[], start: number): number {
  const gaps: Gap[] = [];
  let end = start;
  for (const field of fields) {
    const size = sizeOfStorage(field.type);
    const inGap = takeGap(gaps, size);
    if (inGap !== null) {
      field.offset = inGap;
      continue;
    }
    field.offset = alignUp(end, size);
    if (field.offset > end) gaps.push({ start: end, end: field.offset });
    end = field.offset + size;
  }
  return end;
}

/** Sets offsets of fields and sizes of instances of all classes. */
export function layoutInstances(program: Program): void {
  const ends = new Map<ClassDesc, number>();
  for (const cls of program.classes) {
    const start = cls.parent === null ? HEADER_SIZE : ends.get(cls.parent);
    if (start === undefined) throw new Error(`class ${cls.name} comes before its parent`);
    const end = placeFields(cls.fields, start);
    ends.set(cls, end);
    cls.size = alignUp(end, 8);
  }
}

/** Offsets of the references that the collector scans in an instance, ascending. */
export function referenceOffsets(cls: ClassDesc): number[] {
  const offsets = allFields(cls).filter((field) => field.type === "ref").map((field) => field.offset);
  offsets.sort((a, b) => a - b);
  if (offsets.some((offset) => offset > MAX_REF_OFFSET)) {
    throw new Error(`class ${cls.name} is too large: a reference beyond ${MAX_REF_OFFSET} bytes`);
  }
  if (cls.special !== "weakref") return offsets;
  if (offsets[0] !== HEADER_SIZE) throw new Error(`weak reference class ${cls.name} has no target at 8`);
  return offsets.slice(1);
}

/** The classes in preorder of the class tree, siblings in their order in the program. */
export function preorder(program: Program): ClassDesc[] {
  const children = new Map<ClassDesc | null, ClassDesc[]>();
  for (const cls of program.classes) {
    const siblings = children.get(cls.parent);
    if (siblings === undefined) children.set(cls.parent, [cls]);
    else siblings.push(cls);
  }
  const order: ClassDesc[] = [];
  const visit = (cls: ClassDesc) => {
    order.push(cls);
    children.get(cls)?.forEach(visit);
  };
  children.get(null)?.forEach(visit);
  return order;
}

/** Virtual methods of a class by slot, inherited ones first. */
export function vtableMethods(cls: ClassDesc): MethodDesc[] {
  return cls.parent === null ? cls.methods : [...vtableMethods(cls.parent), ...cls.methods];
}

/** Slots in the vtable of all virtual methods. */
export function methodSlots(program: Program): Map<MethodDesc, number> {
  const slots = new Map<MethodDesc, number>();
  for (const cls of program.classes) {
    vtableMethods(cls).forEach((method, slot) => slots.set(method, slot));
  }
  return slots;
}
