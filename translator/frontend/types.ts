/**
 * RTS types as the lowering sees them. TypeScript erases the number kinds, so these are resolved from declared type
 * nodes and computed bottom-up for every expression; the TypeScript checker only resolves names and narrows.
 */
import type ts from "typescript";
import type { StorageType, ValueType } from "../ir/ir.ts";

/** Kinds of numbers and truth values, storage kinds included. */
export type KindName = "i32" | "u32" | "f64" | "bool" | "i64" | "u64" | "u8" | "i8" | "u16" | "i16";

/** A type of RTS. */
export type RType =
  | { readonly k: "kind"; readonly name: KindName }
  | { readonly k: "void" }
  | { readonly k: "never" }
  | { readonly k: "null" }
  | { readonly k: "string" }
  /** Any object. */
  | { readonly k: "object" }
  | { readonly k: "class"; readonly decl: ts.ClassDeclaration; readonly args: readonly RType[] }
  /** `FixedArray<T>` and the typed arrays. */
  | { readonly k: "fixed"; readonly elem: RType }
  | { readonly k: "fn"; readonly params: readonly RType[]; readonly ret: RType }
  | { readonly k: "nullable"; readonly of: RType };

/** Types of type parameters, by their symbol. */
export type TypeEnv = ReadonlyMap<ts.Symbol, RType>;

const kinds = new Map<string, RType>();
/** The type of a kind. */
export function kind(name: KindName): RType {
  let type = kinds.get(name);
  if (type === undefined) kinds.set(name, type = { k: "kind", name });
  return type;
}
export const I32 = kind("i32");
export const U32 = kind("u32");
export const F64 = kind("f64");
export const BOOL = kind("bool");
export const I64 = kind("i64");
export const U64 = kind("u64");
export const VOID: RType = { k: "void" };
export const NEVER: RType = { k: "never" };
export const NULL: RType = { k: "null" };
export const STRING: RType = { k: "string" };
export const OBJECT: RType = { k: "object" };
export const NO_ENV: TypeEnv = new Map();

/** `T | null`, once. */
export function nullable(type: RType): RType {
  return type.k === "nullable" || type.k === "null" ? type : { k: "nullable", of: type };
}
/** `T` of `T | null`. */
export function nonNull(type: RType): RType {
  return type.k === "nullable" ? type.of : type;
}

const READ_AS: Partial<Record<KindName, RType>> = { u8: I32, i8: I32, u16: I32, i16: I32 };
/** What a field or element of this type is read as: storage kinds widen to `i32`. */
export function readAs(type: RType): RType {
  return type.k === "kind" ? READ_AS[type.name] ?? type : type;
}

const STORAGE: Record<KindName, StorageType> = {
  i32: "i32",
  u32: "i32",
  bool: "u8",
  f64: "f64",
  i64: "i64",
  u64: "i64",
  u8: "u8",
  i8: "i8",
  u16: "u16",
  i16: "i16",
};
/** How a field or element of this type is stored. */
export function storageOf(type: RType): StorageType {
  if (type.k === "kind") return STORAGE[type.name];
  if (type.k === "fn" || (type.k === "nullable" && type.of.k === "fn")) return "i32";
  return "ref";
}
/** The IR type of a value of this type; null for `void` and `never`. */
export function valueOf(type: RType): ValueType | null {
  if (type.k === "void" || type.k === "never") return null;
  const storage = storageOf(type);
  return storage === "u8" || storage === "i8" || storage === "u16" || storage === "i16" ? "i32" : storage;
}

/** True for kinds whose arithmetic is integer. */
export function isInteger(type: RType): boolean {
  return type.k === "kind" && type.name !== "f64" && type.name !== "bool";
}
/** True for all number kinds. */
export function isNumber(type: RType): boolean {
  return type.k === "kind" && type.name !== "bool";
}
/** True when values are references (or null). */
export function isReference(type: RType): boolean {
  return type.k === "null" || valueOf(type) === "ref";
}
/** True for `kind` of that name. */
export function isKind(type: RType, name: KindName): boolean {
  return type.k === "kind" && type.name === name;
}

/** A text for people. */
export function typeText(type: RType): string {
  switch (type.k) {
    case "kind":
      return type.name;
    case "class": {
      const name = type.decl.name?.text ?? "(class)";
      if (name === "RtsArray" && type.args.length === 1) return `${typeText(type.args[0])}[]`;
      return type.args.length === 0
        ? name
        : `${name.replace(/^Rts(?=Map|Set)/, "")}<${type.args.map(typeText).join(",")}>`;
    }
    case "fixed":
      return `FixedArray<${typeText(type.elem)}>`;
    case "fn":
      return `(${type.params.map(typeText).join(",")})=>${typeText(type.ret)}`;
    case "nullable":
      return `${typeText(type.of)}|null`;
    default:
      return type.k;
  }
}

/** Structural equality, by declaration for classes. */
export function sameType(a: RType, b: RType): boolean {
  if (a === b) return true;
  if (a.k !== b.k) return false;
  switch (a.k) {
    case "kind":
      return a.name === (b as typeof a).name;
    case "class": {
      const other = b as typeof a;
      return a.decl === other.decl && a.args.every((arg, i) => sameType(arg, other.args[i]));
    }
    case "fixed":
      return sameType(a.elem, (b as typeof a).elem);
    case "nullable":
      return sameType(a.of, (b as typeof a).of);
    case "fn": {
      const other = b as typeof a;
      return a.params.length === other.params.length && sameType(a.ret, other.ret) &&
        a.params.every((param, i) => sameType(param, other.params[i]));
    }
    default:
      return true;
  }
}
