/**
 * The root of all guest values. The interpreter handles values as black boxes through these methods; a method
 * that a type does not define raises a {@link GuestError} which names the types.
 */
import type { bool, i32 } from "@rts";
import type { W_Class } from "./class.ts";
import { fault, type GuestError } from "./errors.ts";
import { NAMES } from "./names.ts";

/** A guest value. */
export abstract class W_Root {
  /** The class whose methods the value answers to. */
  abstract getClass(): W_Class;
  /** What `print` and `str` show. */
  abstract text(): string;

  /** What a list shows of the value: strings are quoted. */
  repr(): string {
    return this.text();
  }
  typeName(): string {
    return this.getClass().name;
  }

  equals(w_other: W_Root): bool {
    return this === w_other;
  }
  less(w_other: W_Root): bool {
    throw unsupported("<", this, w_other);
  }
  lessOrEqual(w_other: W_Root): bool {
    throw unsupported("<=", this, w_other);
  }

  add(w_other: W_Root): W_Root {
    throw unsupported("+", this, w_other);
  }
  subtract(w_other: W_Root): W_Root {
    throw unsupported("-", this, w_other);
  }
  multiply(w_other: W_Root): W_Root {
    throw unsupported("*", this, w_other);
  }
  divide(w_other: W_Root): W_Root {
    throw unsupported("/", this, w_other);
  }
  quotient(w_other: W_Root): W_Root {
    throw unsupported("//", this, w_other);
  }
  remainder(w_other: W_Root): W_Root {
    throw unsupported("%", this, w_other);
  }
  negate(): W_Root {
    throw fault(`cannot negate ${this.typeName()}`);
  }

  /** Number of elements, for `len`. */
  size(): i32 {
    throw fault(`${this.typeName()} has no length`);
  }
  getItem(_w_index: W_Root): W_Root {
    throw fault(`${this.typeName()} cannot be indexed`);
  }
  setItem(_w_index: W_Root, _w_value: W_Root): void {
    throw fault(`${this.typeName()} cannot be assigned by index`);
  }
  /** A fresh iterator, for `for`. */
  iterate(): W_Iterator {
    throw fault(`${this.typeName()} cannot be iterated over`);
  }

  /** The field `name`; instances have their own way with inline caches (`fields.ts`). */
  getField(name: i32): W_Root {
    throw fault(`${this.typeName()} has no field '${NAMES.text(name)}'`);
  }
}

/** What `for` steps: lives in a local slot that the guest cannot name. */
export abstract class W_Iterator extends W_Root {
  /** The next element, or null at the end. */
  abstract next(): W_Root | null;
  override text(): string {
    return "<iterator>";
  }
}

function unsupported(operator: string, w_left: W_Root, w_right: W_Root): GuestError {
  return fault(`operator ${operator} does not take ${w_left.typeName()} and ${w_right.typeName()}`);
}
