/**
 * Integers: `W_Int` while the value fits 64 bits (always: a `W_Long` never does), `W_Long` past that, `W_Bool`,
 * and `W_IntUser` for instances of user subclasses, which refer to one of the first two.
 */
import { type FixedArray, type i32, i32ToI64, type i64, i64ToI32, newFixedArray } from "@rts";
import { RBigInt } from "./bigint/mod.ts";
import type { InstanceMap } from "./map.ts";
import { W_Root } from "./root.ts";
import type { W_Type } from "./type.ts";
import { boolType, intType } from "./types.ts";

/** Any instance of `int`. */
export abstract class W_Integer extends W_Root {
  /** The exact `int` of the same value: a `W_Int` or a `W_Long`. */
  abstract plain(): W_Integer;
  /** True when the value fits an `i64`. */
  abstract fitsI64(): boolean;
  /** The value; only when {@link fitsI64}. */
  abstract asI64(): i64;
  abstract asBigInt(): RBigInt;
}

/** An exact `int` within 64 bits. */
export class W_Int extends W_Integer {
  readonly value: i64;
  constructor(value: i64) {
    super();
    this.value = value;
  }
  override typeOf(): W_Type {
    return intType;
  }
  override plain(): W_Integer {
    return this;
  }
  override fitsI64(): boolean {
    return true;
  }
  override asI64(): i64 {
    return this.value;
  }
  override asBigInt(): RBigInt {
    return RBigInt.fromI64(this.value);
  }
}

/** An exact `int` outside of 64 bits. */
export class W_Long extends W_Integer {
  readonly value: RBigInt;
  constructor(value: RBigInt) {
    super();
    this.value = value;
  }
  override typeOf(): W_Type {
    return intType;
  }
  override plain(): W_Integer {
    return this;
  }
  override fitsI64(): boolean {
    return false;
  }
  override asI64(): i64 {
    return 0n;
  }
  override asBigInt(): RBigInt {
    return this.value;
  }
}

/** `True` or `False`: two objects, {@link w_True} and {@link w_False}. */
export class W_Bool extends W_Integer {
  readonly value: boolean;
  constructor(value: boolean) {
    super();
    this.value = value;
  }
  override typeOf(): W_Type {
    return boolType;
  }
  override plain(): W_Integer {
    return newInt(this.asI64());
  }
  override fitsI64(): boolean {
    return true;
  }
  override asI64(): i64 {
    return this.value ? 1n : 0n;
  }
  override asBigInt(): RBigInt {
    return RBigInt.fromI64(this.asI64());
  }
}

/** An instance of a user subclass of `int`. */
export class W_IntUser extends W_Integer {
  readonly w_value: W_Integer;
  map: InstanceMap;
  storage: FixedArray<W_Root | null> | null = null;
  constructor(map: InstanceMap, w_value: W_Integer) {
    super();
    this.map = map;
    this.w_value = w_value;
  }
  override typeOf(): W_Type {
    return this.map.w_type;
  }
  override plain(): W_Integer {
    return this.w_value;
  }
  override fitsI64(): boolean {
    return this.w_value.fitsI64();
  }
  override asI64(): i64 {
    return this.w_value.asI64();
  }
  override asBigInt(): RBigInt {
    return this.w_value.asBigInt();
  }
  override getMap(): InstanceMap | null {
    return this.map;
  }
  override getStorage(): FixedArray<W_Root | null> | null {
    return this.storage;
  }
  override setShape(map: InstanceMap, storage: FixedArray<W_Root | null> | null): void {
    this.map = map;
    this.storage = storage;
  }
}

const SMALL_FIRST: i32 = -5;
const SMALL_COUNT: i32 = 262;
/** Integers that exist once, as in CPython: -5 to 256. */
const SMALL: FixedArray<W_Int> = newFixedArray<W_Int>(SMALL_COUNT, new W_Int(0n));
for (let i = 0; i < SMALL_COUNT; i++) SMALL[i] = new W_Int(BigInt(SMALL_FIRST + i));

export const w_True: W_Bool = new W_Bool(true);
export const w_False: W_Bool = new W_Bool(false);

/** An `int`. */
export function newInt(value: i64): W_Int {
  if (value >= -5n && value <= 256n) return SMALL[i64ToI32(value) - SMALL_FIRST];
  return new W_Int(value);
}

/** An `int` of a 32-bit value. */
export function newInt32(value: i32): W_Int {
  if (value >= SMALL_FIRST && value < SMALL_FIRST + SMALL_COUNT) return SMALL[value - SMALL_FIRST];
  return new W_Int(i32ToI64(value));
}

/** An `int` of any size. */
export function newLong(value: RBigInt): W_Integer {
  return value.fitsI64() ? newInt(value.toI64()) : new W_Long(value);
}

/** `True` or `False`. */
export function newBool(value: boolean): W_Bool {
  return value ? w_True : w_False;
}
