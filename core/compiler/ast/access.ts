/**
 * How symbol table, optimizer and code generator see a tree: nodes are objects whose fields the table in
 * `nodes.ts` declares; which fields a node has follows from its `kind`, which TypeScript does not track here.
 */
import type { ConstantValue, Location } from "./nodes.ts";

/** A node of any kind. */
// A union of 70 interfaces would have to be narrowed at each access; the serializer checks trees from outside.
export type Node = any;

/** The docstring of a body: the string constant that is its first statement's expression. */
export function docstringOf(body: readonly Node[]): (ConstantValue & { type: "str" }) | null {
  if (body.length === 0) return null;
  const first = body[0];
  if (first.kind !== "Expr") return null;
  const value = first.value;
  return value.kind === "Constant" && value.value.type === "str" ? value.value : null;
}

/** The name that an identifier has inside a class of the name `privateName` (or null outside of classes). */
export function mangle(privateName: string | null, identifier: string): string {
  if (privateName === null || identifier.charCodeAt(0) !== 95 || identifier.charCodeAt(1) !== 95) {
    return identifier;
  }
  if (identifier.endsWith("__") || identifier.includes(".")) return identifier;
  let start = 0;
  while (privateName.charCodeAt(start) === 95) start++;
  if (start === privateName.length) return identifier;
  return "_" + privateName.slice(start) + identifier;
}

/** Sorts names in place as Python sorts strings, by code points. */
export function sortNames(names: string[]): string[] {
  return names.length < 2 ? names : names.sort(compareNames);
}

function compareNames(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const a = left.charCodeAt(i);
    const b = right.charCodeAt(i);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

/** Surrogates stand for code points above all single units. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}

/** Copies the place of one node to another. */
export function copyLocation(to: Location, from: Location): void {
  to.lineno = from.lineno;
  to.col_offset = from.col_offset;
  to.end_lineno = from.end_lineno;
  to.end_col_offset = from.end_col_offset;
}
