/**
 * The intermediate representation of the translator.
 *
 * A function body is a tree of statements: instructions in three-address form (operands are variables or
 * constants, at most one result), and structured control flow that maps one to one to WebAssembly's. Variables
 * are mutable (no SSA): what the source assigns twice is assigned twice. Invariants, checked by `verify.ts`:
 *
 * - a variable is defined on every path before it is used;
 * - a `br` names a label of an enclosing statement of the same function;
 * - operand and result types are those of the opcode's table entry (`ops.ts`), immediates included;
 * - nothing follows a statement that cannot complete (`br`, `return`, `throw`, `unreachable`) in its list.
 */

/** Types of variables and operands. Truth values, addresses and function slots are `i32`. */
export type ValueType = "i32" | "i64" | "f64" | "ref";
/** Types of fields, elements and globals: values, or narrower storage. */
export type StorageType = ValueType | "i8" | "u8" | "i16" | "u16";

/** The value type that a storage type is read as. */
export function valueTypeOf(storage: StorageType): ValueType {
  return storage === "i64" || storage === "f64" || storage === "ref" ? storage : "i32";
}
/** Bytes that a storage type takes in memory; references are 32-bit addresses. */
export function sizeOfStorage(storage: StorageType): number {
  switch (storage) {
    case "i8":
    case "u8":
      return 1;
    case "i16":
    case "u16":
      return 2;
    case "i32":
    case "ref":
      return 4;
    case "i64":
    case "f64":
      return 8;
  }
}

/** Parameter and result types of a function; `result` is null for none. */
export interface Signature {
  readonly params: readonly ValueType[];
  readonly result: ValueType | null;
}
/** The text form of a signature, also its identity: `(i32, ref) -> f64`. */
export function signatureKey(signature: Signature): string {
  return `(${signature.params.join(", ")}) -> ${signature.result ?? "void"}`;
}

/** A field of a class. `offset` is set by layout, from the start of the object. */
export interface FieldDesc {
  readonly cls: ClassDesc;
  readonly name: string;
  readonly type: StorageType;
  /** Never written after the constructor ran. */
  readonly immutable: boolean;
  readonly quasiImmutable: boolean;
  offset: number;
}

/** A virtual method: a slot of the vtable of `cls` and everything below. */
export interface MethodDesc {
  readonly cls: ClassDesc;
  readonly name: string;
  /** Receiver included. */
  readonly signature: Signature;
}

/** What the collector does specially with instances of a class. */
export type ClassSpecial = "none" | "weakref" | "finalizerqueue";

/** A class: its own fields and methods come after its parent's. */
export interface ClassDesc {
  readonly name: string;
  readonly parent: ClassDesc | null;
  /** Own fields, in order. */
  readonly fields: FieldDesc[];
  /** Virtual methods introduced here, in slot order. */
  readonly methods: MethodDesc[];
  /** Implementation of each inherited or own virtual method that this class (re)defines. */
  readonly impls: Map<MethodDesc, Func>;
  readonly children: ClassDesc[];
  readonly special: ClassSpecial;
  /** Fields named by a `@virtualizable` tag. */
  readonly virtualizable: readonly string[];
  abstract: boolean;
  /** Set by layout: bytes of an instance, a multiple of 8. */
  size: number;
  /** Set by layout: address of the type info, and the end of the range of type infos of its subclasses. */
  typeInfo: number;
  typeInfoEnd: number;
}

/** A fixed-length array type, named after its element type; `string` is `u16` units with a hash field. */
export interface ArrayDesc {
  readonly name: string;
  readonly element: StorageType;
  /** Bytes from the start of the object to element 0. The length is an `i32` at offset 8. */
  readonly base: number;
  /** Set by layout. */
  typeInfo: number;
}

/** A module-level variable. References live in a root area of the memory, others are Wasm globals. */
export interface GlobalDesc {
  readonly name: string;
  readonly type: ValueType;
  readonly init: Const;
}

/** A function of the host table (`core/host/table.ts`). */
export interface HostDesc {
  readonly name: string;
  readonly signature: Signature;
}

/** A `JitDriver`: how many leading operands of its merge point are greens. */
export interface DriverDesc {
  readonly name: string;
  readonly greens: readonly string[];
  readonly reds: readonly string[];
  readonly virtualizable: string | null;
}

/** An object frozen into the image. Layout gives it an address. */
export type Prebuilt = PrebuiltObject | PrebuiltArray | PrebuiltString;
export interface PrebuiltObject {
  readonly kind: "object";
  readonly id: number;
  readonly cls: ClassDesc;
  /** By field, inherited ones included; a missing one is zero. Filled in after creation (cycles). */
  readonly values: Map<FieldDesc, Const>;
  address: number;
}
export interface PrebuiltArray {
  readonly kind: "array";
  readonly id: number;
  readonly desc: ArrayDesc;
  readonly items: Const[];
  address: number;
}
export interface PrebuiltString {
  readonly kind: "string";
  readonly id: number;
  readonly value: string;
  address: number;
}

/**
 * A constant operand. `value`: a number for `i32` (as signed) and `f64`, a bigint for `i64` (as signed), a
 * function (its table slot, `i32`), a prebuilt object or null (`ref`), or the address of a class's type info (`i32`).
 */
export interface Const {
  readonly kind: "const";
  readonly type: ValueType;
  readonly value: number | bigint | null | Func | Prebuilt | ClassDesc;
}

/** A local variable. Its name is a hint for readers; its identity is the object. */
export interface Var {
  readonly kind: "var";
  readonly type: ValueType;
  readonly name: string;
  /** Position in `Func.vars`; kept dense by whoever adds variables. */
  id: number;
}

export type Operand = Var | Const;

/** What an instruction names besides its operands; the op table says which kind. */
export type Immediate =
  | null
  | number
  | FieldDesc
  | ArrayDesc
  | ClassDesc
  | MethodDesc
  | GlobalDesc
  | HostDesc
  | DriverDesc
  | Func
  | Signature
  | string;

/** Spills and reloads around a call that can collect; attached by the root pass. */
export interface RootInfo {
  /** Slots (in words from the frame's base) to store before the call. */
  readonly stores: readonly { slot: number; value: Var }[];
  /** Variables to load back after it. */
  readonly reloads: readonly { slot: number; into: Var }[];
  /** Slots below `height` that hold no root yet: zeroed along with the stores. */
  readonly zeros?: readonly number[];
  /** Words of this frame that are valid roots during the call; the callee's frame starts there. */
  readonly height: number;
}

/** One instruction. `op` is a key of the table in `ops.ts`. */
export interface Instr {
  kind: "instr";
  op: string;
  dst: Var | null;
  args: Operand[];
  imm: Immediate;
  /** Source position, see {@link packPosition}; 0 when unknown. */
  pos: number;
  /** Only after the root pass. */
  roots?: RootInfo;
  /** `callvirt`: the static class of the receiver, at or below the class that introduced the method. */
  receiver?: ClassDesc;
  /** `setfield`/`setitem`/`arraycopy`/`arrayfill` of references: the barrier pass proved that none is needed. */
  noBarrier?: boolean;
  /**
   * Set by exception lowering on every instruction that may raise: where control goes when it does, an enclosing
   * block to leave or "return" to return zero. Root reloads come first, and `dst` is not read there.
   */
  onRaise?: Label | "return";
}

/** Identity of a jump target. */
export interface Label {
  readonly name: string;
}

export type Stmt =
  | Instr
  | { kind: "if"; cond: Operand; then: Stmt[]; else: Stmt[]; pos: number }
  /** `br label` leaves it. */
  | { kind: "block"; label: Label; body: Stmt[] }
  /** `br label` goes to its start; reaching the end of the body leaves it. */
  | { kind: "loop"; label: Label; body: Stmt[] }
  | { kind: "br"; label: Label }
  /** Goes to `bodies[index]`, which falls through into the next; `br label` leaves. Index -1: past the last. */
  | {
    kind: "switch";
    label: Label;
    value: Operand;
    cases: Map<number, number>;
    default: number;
    bodies: Stmt[][];
    pos: number;
  }
  /** An exception raised in `body` is bound to `exc`, and `handler` runs. Gone after exception lowering. */
  | { kind: "try"; body: Stmt[]; exc: Var; handler: Stmt[] }
  | { kind: "return"; value: Operand | null; pos: number }
  /** Gone after exception lowering. */
  | { kind: "throw"; value: Operand; pos: number }
  /** Cannot be reached; stops with an internal error. */
  | { kind: "unreachable"; pos: number };

/** Hints and facts of a function, from its JSDoc tags and its form. */
export interface FuncHints {
  elidable?: boolean;
  unroll?: boolean;
  dontLookInside?: boolean;
  inline?: boolean;
  noinline?: boolean;
  /** Never checks the stack: the collector's functions, which must not raise half way. */
  noStackCheck?: boolean;
}

/** What a call of a function may do; filled in by the effect analysis (`passes/effects.ts`). */
export interface Effects {
  raises: boolean;
  collects: boolean;
  /** Fields and element types that may be written; null for "any". */
  writes: ReadonlySet<FieldDesc | ArrayDesc | GlobalDesc> | null;
  /** Takes part in recursion, or may: its entry checks the stack. Never set with the hint `noStackCheck`. */
  recursive: boolean;
}

/** A function. `body` is null for one that is declared but not yet lowered. */
export interface Func {
  readonly kind: "func";
  readonly name: string;
  readonly params: Var[];
  readonly result: ValueType | null;
  /** Parameters first. */
  vars: Var[];
  body: Stmt[];
  hints: FuncHints;
  pos: number;
  /** Its address is taken, or it implements a virtual method that is called through a vtable. */
  inTable: boolean;
  effects: Effects | null;
  /** Set by the root pass: slots of the frame to zero at entry. */
  zeroSlots?: readonly number[];
}

/** A whole program: what reaches the passes, layout, the emitter and the codewriter. */
export interface Program {
  /** Parents before children. The first is `object`, the root of all classes. */
  classes: ClassDesc[];
  arrays: ArrayDesc[];
  globals: GlobalDesc[];
  hosts: HostDesc[];
  drivers: DriverDesc[];
  functions: Func[];
  prebuilts: Prebuilt[];
  /** Exported functions by export name. */
  exports: Map<string, Func>;
  /** Names of source files; positions refer to them by index. */
  files: string[];
  /**
   * Exception objects that emitted code raises by itself, by class name (`StackOverflowError`,
   * `OverflowError`). Where one is missing, layout takes a prebuilt of that class, or makes one.
   */
  raised?: Map<string, PrebuiltObject>;
}

/** Packs a source position (file index, 1-based line and column) into a number below 2^53. */
export function packPosition(file: number, line: number, column: number): number {
  return ((file + 1) * 0x200000 + line) * 0x400 + Math.min(column, 0x3ff);
}
/** The parts of a packed position; null when it is 0. */
export function unpackPosition(pos: number): { file: number; line: number; column: number } | null {
  if (pos === 0) return null;
  const rest = Math.floor(pos / 0x400);
  return { file: Math.floor(rest / 0x200000) - 1, line: rest % 0x200000, column: pos % 0x400 };
}

/** A constant of a number type, null for `ref` when `value` is null. */
export function constant(type: ValueType, value: Const["value"]): Const {
  return { kind: "const", type, value };
}
/** Adds a fresh variable to `func`. */
export function newVar(func: Func, type: ValueType, name: string): Var {
  const variable: Var = { kind: "var", type, name, id: func.vars.length };
  func.vars.push(variable);
  return variable;
}
/** Builds an instruction. */
export function instr(op: string, dst: Var | null, args: Operand[], imm: Immediate = null, pos = 0): Instr {
  return { kind: "instr", op, dst, args, imm, pos };
}
/** All fields of a class, inherited ones first. */
export function allFields(cls: ClassDesc): FieldDesc[] {
  return cls.parent === null ? cls.fields : [...allFields(cls.parent), ...cls.fields];
}
/** True when `cls` is `ancestor` or below it. */
export function isSubclass(cls: ClassDesc, ancestor: ClassDesc): boolean {
  for (let c: ClassDesc | null = cls; c !== null; c = c.parent) if (c === ancestor) return true;
  return false;
}
/** The implementation of `method` that an instance of exactly `cls` runs; null when abstract. */
export function findImpl(cls: ClassDesc, method: MethodDesc): Func | null {
  for (let c: ClassDesc | null = cls; c !== null; c = c.parent) {
    const impl = c.impls.get(method);
    if (impl !== undefined) return impl;
  }
  return null;
}
