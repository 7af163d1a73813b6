/**
 * Notes which checks the debug profile makes at which nodes of the source, so that untranslated code can make the same.
 * Generic code is lowered once for each set of types: where these disagree about a node, it is left alone.
 */
import type ts from "typescript";

/** What is checked at a node. */
export type CheckName =
  /** The result of arithmetic fits the kind. */
  | "i32"
  | "u32"
  | "i64"
  | "u64"
  /** A stored value fits the storage kind. */
  | "i8"
  | "u8"
  | "i16"
  | "u16"
  /** The divisor (the right operand, or the second argument) is not 0. */
  | "divisor"
  /** The index of an element access, or the argument of `charCodeAt`, is within its object. */
  | "bounds"
  /** The array of `pop` or `shift` is not empty. */
  | "nonempty"
  /** The operand of `!` is not null. */
  | "null"
  /** The operand of `as` is an object of the class. */
  | "cast"
  | "unreachable"
  /** Nothing: arithmetic on doubles. */
  | "none";

export class CheckRecorder {
  private readonly checks = new Map<ts.Node, Set<CheckName>>();

  /** Notes a check. */
  note(node: ts.Node, check: CheckName): void {
    const known = this.checks.get(node);
    if (known === undefined) this.checks.set(node, new Set([check]));
    else known.add(check);
  }

  /** Checks to make at a node: none where instances of generic code do not agree. */
  at(node: ts.Node): readonly CheckName[] {
    const found = this.checks.get(node);
    if (found === undefined) return [];
    let result = [...found];
    for (const group of [ARITHMETIC, STORAGE]) {
      if (result.filter((check) => group.test(check)).length > 1) {
        result = result.filter((check) => !group.test(check));
      }
    }
    return result;
  }
}

/** Of each of these, a node can have one. */
const ARITHMETIC = /^([iu]32|[iu]64|none)$/;
const STORAGE = /^([iu]8|[iu]16)$/;
