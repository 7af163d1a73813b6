/**
 * Integers of 32 bits and doubles. Integer results that leave 32 bits become doubles. Equality and order are by
 * value across both, so that which of the two a number is shows only in division and in its text.
 */
import {
  addOvf,
  type bool,
  type f64,
  type FixedArray,
  type i32,
  idiv,
  irem,
  mulOvf,
  newFixedArray,
  OverflowError,
  subOvf,
  weAreJitted,
} from "@rts";
import { W_Class } from "./class.ts";
import { fault } from "./errors.ts";
import { W_Root } from "./root.ts";

export const INT_CLASS: W_Class = new W_Class("int", null, true);
export const FLOAT_CLASS: W_Class = new W_Class("float", null, true);

/** A 32-bit integer. */
export class W_Int extends W_Root {
  constructor(readonly value: i32) {
    super();
  }
  override getClass(): W_Class {
    return INT_CLASS;
  }
  override text(): string {
    return `${this.value}`;
  }
  override equals(w_other: W_Root): bool {
    if (w_other instanceof W_Int) return this.value === w_other.value;
    if (w_other instanceof W_Float) return this.toFloat() === w_other.value;
    return false;
  }
  override less(w_other: W_Root): bool {
    if (w_other instanceof W_Int) return this.value < w_other.value;
    if (w_other instanceof W_Float) return this.toFloat() < w_other.value;
    return super.less(w_other);
  }
  override lessOrEqual(w_other: W_Root): bool {
    if (w_other instanceof W_Int) return this.value <= w_other.value;
    if (w_other instanceof W_Float) return this.toFloat() <= w_other.value;
    return super.lessOrEqual(w_other);
  }
  override add(w_other: W_Root): W_Root {
    if (w_other instanceof W_Int) return addInts(this.value, w_other.value);
    if (w_other instanceof W_Float) return new W_Float(this.toFloat() + w_other.value);
    return super.add(w_other);
  }
  override subtract(w_other: W_Root): W_Root {
    if (w_other instanceof W_Int) return subtractInts(this.value, w_other.value);
    if (w_other instanceof W_Float) return new W_Float(this.toFloat() - w_other.value);
    return super.subtract(w_other);
  }
  override multiply(w_other: W_Root): W_Root {
    if (w_other instanceof W_Int) return multiplyInts(this.value, w_other.value);
    if (w_other instanceof W_Float) return new W_Float(this.toFloat() * w_other.value);
    return super.multiply(w_other);
  }
  override divide(w_other: W_Root): W_Root {
    if (w_other instanceof W_Int) return divideFloats(this.toFloat(), w_other.toFloat());
    if (w_other instanceof W_Float) return divideFloats(this.toFloat(), w_other.value);
    return super.divide(w_other);
  }
  override quotient(w_other: W_Root): W_Root {
    if (w_other instanceof W_Int) return quotientOfInts(this.value, w_other.value);
    if (w_other instanceof W_Float) return quotientOfFloats(this.toFloat(), w_other.value);
    return super.quotient(w_other);
  }
  override remainder(w_other: W_Root): W_Root {
    if (w_other instanceof W_Int) return remainderOfInts(this.value, w_other.value);
    if (w_other instanceof W_Float) return remainderOfFloats(this.toFloat(), w_other.value);
    return super.remainder(w_other);
  }
  override negate(): W_Root {
    return subtractInts(0, this.value);
  }
  toFloat(): f64 {
    return this.value;
  }
}

/** A double. */
export class W_Float extends W_Root {
  constructor(readonly value: f64) {
    super();
  }
  override getClass(): W_Class {
    return FLOAT_CLASS;
  }
  override text(): string {
    const integral = Math.floor(this.value) === this.value && Math.abs(this.value) < 1e21;
    return integral ? `${this.value}.0` : `${this.value}`;
  }
  override equals(w_other: W_Root): bool {
    if (w_other instanceof W_Float) return this.value === w_other.value;
    if (w_other instanceof W_Int) return this.value === w_other.toFloat();
    return false;
  }
  override less(w_other: W_Root): bool {
    if (w_other instanceof W_Float) return this.value < w_other.value;
    if (w_other instanceof W_Int) return this.value < w_other.toFloat();
    return super.less(w_other);
  }
  override lessOrEqual(w_other: W_Root): bool {
    if (w_other instanceof W_Float) return this.value <= w_other.value;
    if (w_other instanceof W_Int) return this.value <= w_other.toFloat();
    return super.lessOrEqual(w_other);
  }
  override add(w_other: W_Root): W_Root {
    if (w_other instanceof W_Float) return new W_Float(this.value + w_other.value);
    if (w_other instanceof W_Int) return new W_Float(this.value + w_other.toFloat());
    return super.add(w_other);
  }
  override subtract(w_other: W_Root): W_Root {
    if (w_other instanceof W_Float) return new W_Float(this.value - w_other.value);
    if (w_other instanceof W_Int) return new W_Float(this.value - w_other.toFloat());
    return super.subtract(w_other);
  }
  override multiply(w_other: W_Root): W_Root {
    if (w_other instanceof W_Float) return new W_Float(this.value * w_other.value);
    if (w_other instanceof W_Int) return new W_Float(this.value * w_other.toFloat());
    return super.multiply(w_other);
  }
  override divide(w_other: W_Root): W_Root {
    if (w_other instanceof W_Float) return divideFloats(this.value, w_other.value);
    if (w_other instanceof W_Int) return divideFloats(this.value, w_other.toFloat());
    return super.divide(w_other);
  }
  override quotient(w_other: W_Root): W_Root {
    if (w_other instanceof W_Float) return quotientOfFloats(this.value, w_other.value);
    if (w_other instanceof W_Int) return quotientOfFloats(this.value, w_other.toFloat());
    return super.quotient(w_other);
  }
  override remainder(w_other: W_Root): W_Root {
    if (w_other instanceof W_Float) return remainderOfFloats(this.value, w_other.value);
    if (w_other instanceof W_Int) return remainderOfFloats(this.value, w_other.toFloat());
    return super.remainder(w_other);
  }
  override negate(): W_Root {
    return new W_Float(-this.value);
  }
}

const SMALLEST: i32 = -128;
const SMALL_COUNT: i32 = 1152;
const SMALL_INTS: FixedArray<W_Int> = newFixedArray<W_Int>(SMALL_COUNT, new W_Int(0));
for (let i = 0; i < SMALL_COUNT; i++) SMALL_INTS[i] = new W_Int(SMALLEST + i);

/** The integer `value`, boxed; small ones are shared, except in traces, where boxes cost nothing. */
export function newInt(value: i32): W_Int {
  if (!weAreJitted() && value >= SMALLEST && value < SMALLEST + SMALL_COUNT) {
    return SMALL_INTS[value - SMALLEST];
  }
  return new W_Int(value);
}

/** `a + b`, a double when it leaves 32 bits. */
export function addInts(a: i32, b: i32): W_Root {
  try {
    return newInt(addOvf(a, b));
  } catch (e) {
    if (!(e instanceof OverflowError)) throw e;
    const wide: f64 = a;
    return new W_Float(wide + b);
  }
}

/** `a - b`, a double when it leaves 32 bits. */
export function subtractInts(a: i32, b: i32): W_Root {
  try {
    return newInt(subOvf(a, b));
  } catch (e) {
    if (!(e instanceof OverflowError)) throw e;
    const wide: f64 = a;
    return new W_Float(wide - b);
  }
}

/** `a * b`, a double when it leaves 32 bits. */
export function multiplyInts(a: i32, b: i32): W_Root {
  try {
    return newInt(mulOvf(a, b));
  } catch (e) {
    if (!(e instanceof OverflowError)) throw e;
    const wide: f64 = a;
    return new W_Float(wide * b);
  }
}

function quotientOfInts(a: i32, b: i32): W_Root {
  if (b === 0) throw fault("division by zero");
  return b === -1 ? subtractInts(0, a) : newInt(idiv(a, b));
}

function remainderOfInts(a: i32, b: i32): W_Root {
  if (b === 0) throw fault("division by zero");
  return newInt(b === -1 ? 0 : irem(a, b));
}

function divideFloats(a: f64, b: f64): W_Root {
  if (b === 0.0) throw fault("division by zero");
  return new W_Float(a / b);
}

function quotientOfFloats(a: f64, b: f64): W_Root {
  if (b === 0.0) throw fault("division by zero");
  return new W_Float(Math.trunc(a / b));
}

function remainderOfFloats(a: f64, b: f64): W_Root {
  if (b === 0.0) throw fault("division by zero");
  return new W_Float(a % b);
}

/** The value of an integer, for the operations that take nothing else; `what` names the operand in the error. */
export function expectInt(w_value: W_Root, what: string): i32 {
  if (w_value instanceof W_Int) return w_value.value;
  throw fault(`${what} must be an int, not ${w_value.typeName()}`);
}

/** The value of a number as a double. */
export function expectNumber(w_value: W_Root, what: string): f64 {
  if (w_value instanceof W_Int) return w_value.toFloat();
  if (w_value instanceof W_Float) return w_value.value;
  throw fault(`${what} must be a number, not ${w_value.typeName()}`);
}
