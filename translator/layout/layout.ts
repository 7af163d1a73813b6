/**
 * Where everything is: type infos, prebuilt objects, root area, shadow stack, function table. docs/translator.md
 * describes the formats. The static memory is, in address order:
 *
 * zeros (null, and what lies at small offsets from it) | type infos of classes in preorder, then of arrays | tables
 * of reference offsets | prebuilt objects | host handles and module variables that are references | shadow stack |
 * the collector's.
 *
 * Layout sets the addresses and offsets in the descriptors of the program, and depends on nothing but the program
 * and the options: the same input gives the same bytes.
 */
import {
  type ArrayDesc,
  type ClassDesc,
  type Const,
  findImpl,
  type Func,
  type GlobalDesc,
  type MethodDesc,
  type Prebuilt,
  type PrebuiltObject,
  type Program,
  sizeOfStorage,
} from "../ir/ir.ts";
import {
  alignUp,
  HEADER_SIZE,
  layoutInstances,
  LENGTH_OFFSET,
  methodSlots,
  preorder,
  referenceOffsets,
  TYPE_INFO_SIZE,
  vtableMethods,
} from "./classes.ts";
import { PrebuiltSet, prebuiltSize, STRING_BASE } from "./prebuilts.ts";
import { type Segment, splitSegments } from "./segments.ts";

/** Addresses below are zero and stay so: a read through null at a small offset gives zero. */
export const STATIC_START = 1024;
/** Bytes between the stack limit and its end: more than the frames of functions that do not check it. */
const STACK_RED_ZONE = 32 * 1024;
const PAGE = 65536;
/** GC word of prebuilt objects: the first store of a reference goes to the write barrier. */
const TRACK_YOUNG = 1;

const KIND_OBJECT = 0;
const KIND_PLAIN_ARRAY = 1;
const KIND_REF_ARRAY = 2;
const SPECIAL_KINDS = { none: KIND_OBJECT, weakref: 3, finalizerqueue: 4 } as const;

/** What a build may choose. */
export interface LayoutOptions {
  /** The debug profile. */
  readonly debug?: boolean;
  /** The collector collects at every allocation. */
  readonly gcStress?: boolean;
  /** Bytes of the shadow stack: a quarter of the largest native stack that is of use. What is not used costs nothing. */
  readonly stackBytes?: number;
  /** Words of the root area that the host may use. */
  readonly handleSlots?: number;
}

/** The result of layout. */
export interface Layout {
  /** Function table by slot; slot 0 is null. */
  readonly table: readonly (Func | null)[];
  readonly slots: ReadonlyMap<Func, number>;
  readonly methodSlots: ReadonlyMap<MethodDesc, number>;
  /** Addresses of module variables that are references. */
  readonly globals: ReadonlyMap<GlobalDesc, number>;
  /** Named constants of `layout("…")`. */
  readonly constants: ReadonlyMap<string, number>;
  /** Exceptions that emitted code raises; null where the program does not have the class. */
  readonly stackOverflow: PrebuiltObject | null;
  readonly overflow: PrebuiltObject | null;
  /** What the memory holds at start, zeros left out. */
  readonly segments: readonly Segment[];
  /** Pages of 64 KiB that the image starts with. */
  readonly initialPages: number;
}

/** Assigns table slots in program order. */
function assignSlots(program: Program): { table: (Func | null)[]; slots: Map<Func, number> } {
  const table: (Func | null)[] = [null];
  const slots = new Map<Func, number>();
  for (const func of program.functions) {
    if (!func.inTable) continue;
    slots.set(func, table.length);
    table.push(func);
  }
  return { table, slots };
}

/** Hands out consecutive addresses. */
class Cursor {
  constructor(public address: number) {}
  take(bytes: number, alignment = 8): number {
    const start = alignUp(this.address, alignment);
    this.address = start + bytes;
    return start;
  }
}

/** One run of layout. */
class Builder {
  private readonly order: ClassDesc[];
  private readonly prebuilts: PrebuiltSet;
  private readonly slots: Map<Func, number>;
  private readonly table: (Func | null)[];
  private readonly refTables = new Map<ClassDesc, { address: number; offsets: number[] }>();
  private readonly globals = new Map<GlobalDesc, number>();
  private readonly constants = new Map<string, number>();
  private readonly cursor = new Cursor(STATIC_START);
  private stringTypeInfo = 0;
  private view = new DataView(new ArrayBuffer(0));

  constructor(private readonly program: Program, private readonly options: LayoutOptions) {
    layoutInstances(program);
    this.order = preorder(program);
    this.prebuilts = new PrebuiltSet(program);
    ({ table: this.table, slots: this.slots } = assignSlots(program));
  }

  run(): Layout {
    const stackOverflow = this.prebuilts.exception("StackOverflowError", "stack overflow");
    const overflow = this.prebuilts.exception("OverflowError", "integer overflow");
    for (const type of [...this.order, ...this.program.arrays]) this.nameOf(type);
    this.placeTypeInfos();
    this.placePrebuilts();
    this.placeRoots();
    const staticEnd = this.cursor.address;
    this.placeStack();
    this.view = new DataView(new ArrayBuffer(staticEnd));
    this.writeTypeInfos();
    for (const prebuilt of this.prebuilts.all) this.writePrebuilt(prebuilt);
    this.writeRoots();
    return {
      table: this.table,
      slots: this.slots,
      methodSlots: methodSlots(this.program),
      globals: this.globals,
      constants: this.constants,
      stackOverflow,
      overflow,
      segments: splitSegments(new Uint8Array(this.view.buffer), STATIC_START),
      initialPages: this.constants.get("heapStart")! / PAGE,
    };
  }

  /** Address of the string that names a type; 0 in a program without strings. */
  private nameOf(type: { readonly name: string }): number {
    if (!this.program.arrays.some((array) => array.name === "string")) return 0;
    return this.prebuilts.string(type.name).address;
  }

  // --- addresses ---

  private placeTypeInfos(): void {
    for (const cls of this.order) {
      cls.typeInfo = this.cursor.take(alignUp(TYPE_INFO_SIZE + 4 * vtableMethods(cls).length, 8));
      cls.typeInfoEnd = this.cursor.address;
    }
    for (let i = this.order.length - 1; i >= 0; i--) { // children before parents
      const { parent, typeInfoEnd } = this.order[i];
      if (parent !== null) parent.typeInfoEnd = Math.max(parent.typeInfoEnd, typeInfoEnd);
    }
    for (const array of this.program.arrays) {
      array.typeInfo = this.cursor.take(TYPE_INFO_SIZE);
      this.constants.set(`typeInfo:${array.name}`, array.typeInfo);
      if (array.name === "string") this.stringTypeInfo = array.typeInfo;
    }
    this.constants.set("stringTypeInfo", this.stringTypeInfo);
    for (const cls of this.order) {
      const offsets = referenceOffsets(cls);
      this.refTables.set(cls, { address: this.cursor.take(2 * offsets.length, 2), offsets });
    }
  }

  private placePrebuilts(): void {
    this.constants.set("prebuiltStart", this.cursor.take(0));
    for (const prebuilt of this.prebuilts.all) prebuilt.address = this.cursor.take(prebuiltSize(prebuilt));
    this.constants.set("prebuiltEnd", this.cursor.address);
  }

  private placeRoots(): void {
    const handles = this.cursor.take(4 * (this.options.handleSlots ?? 64));
    this.constants.set("rootsStart", handles);
    this.constants.set("handlesStart", handles);
    this.constants.set("handlesEnd", this.cursor.address);
    for (const global of this.program.globals) {
      if (global.type === "ref") this.globals.set(global, this.cursor.take(4, 4));
    }
    this.constants.set("rootsEnd", this.cursor.address);
    this.constants.set("staticEnd", this.cursor.take(0));
  }

  private placeStack(): void {
    const start = this.cursor.take(alignUp(this.options.stackBytes ?? 2 * 1024 * 1024, 8));
    const end = this.cursor.address;
    if (end - start <= STACK_RED_ZONE) {
      throw new Error(`the shadow stack needs more than ${STACK_RED_ZONE} bytes`);
    }
    this.constants.set("stackStart", start);
    this.constants.set("stackLimit", end - STACK_RED_ZONE);
    this.constants.set("stackEnd", end);
    this.constants.set("heapStart", alignUp(end, PAGE));
    this.constants.set("debug", this.options.debug === true ? 1 : 0);
    this.constants.set("gcStress", this.options.gcStress === true ? 1 : 0);
  }

  // --- contents ---

  private words(address: number, ...values: number[]): void {
    values.forEach((value, i) => this.view.setUint32(address + 4 * i, value >>> 0, true));
  }

  private writeTypeInfos(): void {
    for (const cls of this.order) {
      const refs = this.refTables.get(cls)!;
      const name = this.nameOf(cls);
      const kind = SPECIAL_KINDS[cls.special];
      this.words(cls.typeInfo, kind, cls.size, refs.offsets.length, refs.address, name, cls.typeInfoEnd);
      refs.offsets.forEach((offset, i) => this.view.setUint16(refs.address + 2 * i, offset, true));
      this.words(cls.typeInfo + TYPE_INFO_SIZE, ...this.vtable(cls));
    }
    for (const array of this.program.arrays) this.writeArrayTypeInfo(array);
  }

  /** Table slots by method; 0 where no virtual call can arrive. */
  private vtable(cls: ClassDesc): number[] {
    return vtableMethods(cls).map((method) => {
      const impl = findImpl(cls, method);
      return impl === null ? 0 : this.slots.get(impl) ?? 0;
    });
  }

  private writeArrayTypeInfo(array: ArrayDesc): void {
    const kind = array.element === "ref" ? KIND_REF_ARRAY : KIND_PLAIN_ARRAY;
    const shift = Math.log2(sizeOfStorage(array.element));
    const name = this.nameOf(array);
    this.words(array.typeInfo, kind, array.base, shift, 0, name, array.typeInfo + TYPE_INFO_SIZE);
  }

  private writePrebuilt(prebuilt: Prebuilt): void {
    const address = prebuilt.address;
    switch (prebuilt.kind) {
      case "object":
        this.words(address, prebuilt.cls.typeInfo, TRACK_YOUNG);
        for (const [field, value] of prebuilt.values) this.write(address + field.offset, field.type, value);
        break;
      case "array":
        this.words(address, prebuilt.desc.typeInfo, TRACK_YOUNG, prebuilt.items.length);
        this.writeItems(address + prebuilt.desc.base, prebuilt.desc, prebuilt.items);
        break;
      case "string":
        if (this.stringTypeInfo === 0) throw new Error("a string constant, but no array type string");
        this.words(address, this.stringTypeInfo, TRACK_YOUNG, prebuilt.value.length);
        for (let i = 0; i < prebuilt.value.length; i++) {
          this.view.setUint16(address + STRING_BASE + 2 * i, prebuilt.value.charCodeAt(i), true);
        }
    }
  }

  private writeItems(start: number, desc: ArrayDesc, items: readonly Const[]): void {
    const size = sizeOfStorage(desc.element);
    items.forEach((item, i) => this.write(start + size * i, desc.element, item));
  }

  private write(address: number, type: string, value: Const): void {
    switch (type) {
      case "i64":
        return this.view.setBigInt64(
          address,
          BigInt.asIntN(64, BigInt(value.value as bigint | number)),
          true,
        );
      case "f64":
        return this.view.setFloat64(address, value.value as number, true);
      case "i8":
      case "u8":
        return this.view.setUint8(address, constantWord(value, this.slots));
      case "i16":
      case "u16":
        return this.view.setUint16(address, constantWord(value, this.slots), true);
      default:
        return this.view.setInt32(address, constantWord(value, this.slots), true);
    }
  }

  private writeRoots(): void {
    for (const [global, address] of this.globals) this.words(address, constantWord(global.init, this.slots));
  }
}

/**
 * The 32-bit word that a constant of type `i32` or `ref` is, after layout: a number, a table slot, an address.
 * @throws {Error} when the constant is a function without slot, or an object that layout did not see.
 */
export function constantWord({ value }: Const, slots: ReadonlyMap<Func, number>): number {
  if (value === null) return 0;
  if (typeof value === "number") return value | 0;
  if (typeof value === "bigint") throw new Error("a 64-bit constant where a word is needed");
  if (!("kind" in value)) return value.typeInfo;
  if (value.kind === "func") {
    const slot = slots.get(value);
    if (slot === undefined) throw new Error(`function ${value.name} is a value but has no table slot`);
    return slot;
  }
  if (value.address < STATIC_START) throw new Error(`prebuilt ${value.kind} ${value.id} is not in the image`);
  return value.address;
}

/** Lays out `program`. Its descriptors and prebuilt objects get their offsets and addresses. */
export function layoutProgram(program: Program, options: LayoutOptions = {}): Layout {
  return new Builder(program, options).run();
}

export { HEADER_SIZE, LENGTH_OFFSET, TYPE_INFO_SIZE };
