/**
 * Classes. A class holds its own namespace, its linearization (C3), and for each special method the attribute that
 * a lookup along the linearization finds. What depends on namespaces is refreshed for a class and its subclasses
 * whenever a namespace changes, and `version` is then another object: caches compare it, the JIT guards on it.
 */
import { type FixedArray, type i32, newFixedArray, promote, type WeakReference } from "@rts";
import type { W_Dict } from "./dict.ts";
import { InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import type { W_Root } from "./root.ts";
import { Special } from "./special.ts";
import type { W_Str } from "./str/wstr.ts";

let lastSerial: i32 = 0;

/** What a version is: nothing but its identity. The serial number places it in the method cache. */
export class VersionTag {
  readonly serial: i32;
  constructor() {
    lastSerial = (lastSerial + 1) | 0;
    this.serial = lastSerial;
  }
}

/** Properties of a class, a set of bits. */
export const enum TypeFlag {
  /** Made at run time: its attributes can be set. */
  Heap = 1,
  /** May be a base of other classes. */
  Base = 2,
  /** Its instances have a `__dict__`. */
  Dict = 4,
  /** Its instances can be referred to weakly. */
  Weakrefs = 8,
  /** Abstract methods are left: `object.__new__` refuses. */
  Abstract = 16,
  /** `match` takes instances as sequences. */
  Sequence = 32,
  /** `match` takes instances as mappings. */
  Mapping = 64,
  /** `match` with one positional pattern matches the instance itself. */
  MatchSelf = 128,
  /** Instances need a finalizer: the class or a base defines `__del__`. */
  HasDel = 256,
  /** Derives from `BaseException`. */
  Exception = 512,
  /** A metaclass: derives from `type`. */
  Metaclass = 1024,
  /** No instances can be made by calling the class. */
  NoNew = 2048,
}

/** A class. */
export class W_Type extends W_Object {
  /** The name (`__name__`). */
  name: W_Str;
  /** `__qualname__`. */
  qualname: W_Str;
  /** `__module__` of a built-in class; heap classes keep theirs in the namespace. */
  module: string;
  /** Direct bases. */
  bases: FixedArray<W_Type>;
  /** The class itself, then what follows in the linearization. */
  mro: FixedArray<W_Type>;
  /** The namespace; keys are interned names. */
  dict: W_Dict;
  flags: i32;
  /** @quasiImmutable */
  version: VersionTag;
  /** Looked-up attribute of each special method, null where there is none. @quasiImmutable */
  special: FixedArray<W_Root | null>;
  /** The built-in class that decides the interpreter-level class of instances. */
  solid: W_Type;
  /** The class that decides the layout of `__slots__`: of two bases, one must derive from the other's. */
  layoutBase: W_Type;
  /** Root of the hidden classes of instances. */
  readonly instanceMap: InstanceMap;
  /** Classes that have this one as a base. */
  subclasses: WeakReference<W_Type>[];
  /** The documentation of a built-in class; null where there is none. */
  doc: string | null = null;
  /** `__text_signature__` of a built-in class. */
  textSignature: string | null = null;

  /**
   * A class with nothing in it yet. Built-in ones are finished by `typedef.ts`, others by `class_build.ts`.
   * `map` is the hidden class of the class object itself: null only while `type` does not exist.
   */
  constructor(map: InstanceMap | null, name: W_Str, blank: TypeBlanks) {
    super(map as InstanceMap);
    this.name = name;
    this.qualname = name;
    this.module = "builtins";
    this.bases = blank.types;
    this.mro = blank.types;
    this.dict = blank.dict as W_Dict;
    this.flags = 0;
    this.version = new VersionTag();
    this.special = blank.special;
    this.solid = this;
    this.layoutBase = this;
    this.instanceMap = new InstanceMap(this, null, null, 0, false);
    this.subclasses = [];
  }

  override vectorcall(
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): W_Root {
    return callType(this, args, base, count, names);
  }

  hasFlag(flag: i32): boolean {
    return (this.flags & flag) !== 0;
  }

  isHeap(): boolean {
    return (this.flags & TypeFlag.Heap) !== 0;
  }

  /** True when `w_base` stands in the linearization. */
  isSubtype(w_base: W_Type): boolean {
    const mro = this.mro;
    for (let i = 0; i < mro.length; i++) {
      if (mro[i] === w_base) return true;
    }
    return false;
  }
}

/** What fields of a class hold before it is finished. */
export class TypeBlanks {
  constructor(
    readonly types: FixedArray<W_Type>,
    readonly special: FixedArray<W_Root | null>,
    readonly dict: W_Dict | null,
  ) {}
}

const NO_TYPES: FixedArray<W_Type> = newFixedArray<W_Type>(0, null as unknown as W_Type);
const NO_SPECIALS: FixedArray<W_Root | null> = newFixedArray<W_Root | null>(Special.Count, null);

/** The blanks of classes made before any dict can be. */
export const TYPE_BLANKS: TypeBlanks = new TypeBlanks(NO_TYPES, NO_SPECIALS, null);

/** The attribute `special` of instances of `w_type`, as found on the class; null when there is none. */
export function lookupSpecial(w_type: W_Type, special: i32): W_Root | null {
  const w_promoted = promote(w_type);
  return w_promoted.special[special];
}

type TypeCall = (
  w_type: W_Type,
  args: FixedArray<W_Root | null>,
  base: i32,
  count: i32,
  names: FixedArray<W_Str> | null,
) => W_Root;

/** What calling a class does: `type_call.ts` puts it here, for this module must not depend on much. */
let callType: TypeCall = (w_type) => w_type;

/** Installs the call of classes; called once, at translation. */
export function setTypeCall(call: TypeCall): void {
  callType = call;
}
