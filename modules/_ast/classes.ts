/**
 * The classes of `_ast`, made of the compiler's table of node kinds at translation. They look like classes written in
 * Python: their attributes can be set, and `ast.py` does.
 */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { ENUM_SORTS, LOCATED_SORTS, NODE_SPECS } from "../../core/compiler/ast/nodes.ts";
import { W_Instance } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { tupleOf } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define, type TypeSpec } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";

/** What a field holds. */
export const enum FieldKind {
  Node,
  Enum,
  Identifier,
  Text,
  Int,
  Constant,
}

/** A field of a node kind. */
export class AstField {
  readonly name: W_Str;
  readonly kind: i32;
  readonly isList: boolean;
  readonly isOptional: boolean;
  /** The sort of nodes, for those. */
  sort: AstSort | null = null;

  constructor(name: W_Str, kind: i32, isList: boolean, isOptional: boolean) {
    this.name = name;
    this.kind = kind;
    this.isList = isList;
    this.isOptional = isOptional;
  }
}

/** A sort of nodes: `stmt`, `expr`, … */
export class AstSort {
  readonly name: string;
  readonly w_type: W_Type;
  /** Nodes carry positions. */
  readonly isLocated: boolean;
  /** The sort has one kind of the same name, and no class in between. */
  readonly isProduct: boolean;
  /** Positions of the end must be there (patterns). */
  readonly needsEnd: boolean;
  readonly kinds: AstKind[] = [];

  constructor(name: string, w_type: W_Type, isLocated: boolean, isProduct: boolean) {
    this.name = name;
    this.w_type = w_type;
    this.isLocated = isLocated;
    this.isProduct = isProduct;
    this.needsEnd = name === "pattern";
  }
}

/** A kind of nodes: `Name`, `Call`, `Add`, … */
export class AstKind {
  readonly name: W_Str;
  readonly w_type: W_Type;
  readonly sort: AstSort;
  readonly fields: AstField[] = [];
  /** The only node of a kind without fields that trees hold; null for others. */
  readonly w_singleton: W_Root | null;

  constructor(name: W_Str, w_type: W_Type, sort: AstSort, w_singleton: W_Root | null) {
    this.name = name;
    this.w_type = w_type;
    this.sort = sort;
    this.w_singleton = w_singleton;
  }
}

/** All kinds by interned name, and by class. */
export const KINDS: Map<W_Str, AstKind> = new Map<W_Str, AstKind>();
export const KINDS_BY_CLASS: Map<W_Type, AstKind> = new Map<W_Type, AstKind>();
/** All classes by name, for the module. */
export const CLASSES: Record<string, W_Root> = {};

export const POSITIONS: FixedArray<W_Str> = newFixedArray<W_Str>(4, internRts("lineno"));
["col_offset", "end_lineno", "end_col_offset"].forEach((name, i) => POSITIONS[i + 1] = internRts(name));

const FLAGS = TypeFlag.Base | TypeFlag.Dict | TypeFlag.Heap;

/** A class of `ast`: all have the same layout. */
function astClass(name: string): W_Type {
  const w_type = moduleClass(name, "ast");
  w_type.solid = CLASSES["AST"] as W_Type ?? w_type;
  w_type.layoutBase = w_type.solid;
  CLASSES[name] = w_type;
  return w_type;
}

export const astType: W_Type = astClass("AST");

function names(list: readonly string[]): W_Root {
  return tupleOf(list.map((name): W_Root => internRts(name)));
}

/** What every class has besides its fields. */
function describe(
  w_type: W_Type,
  w_base: W_Type,
  doc: string,
  fields: readonly string[],
  extra: Record<string, W_Root>,
): void {
  const spec: TypeSpec = {
    base: w_base,
    flags: FLAGS | TypeFlag.Weakrefs,
    constants: {
      _fields: names(fields),
      __match_args__: names(fields),
      __module__: internRts("ast"),
      __doc__: fromRts(doc),
      ...extra,
    },
  };
  define(w_type, spec);
}

/** `_attributes`, and the positions that need not be given. */
function locationConstants(sort: string): Record<string, W_Root> {
  if (!LOCATED_SORTS.has(sort)) return { _attributes: names([]) };
  const _attributes = names(["lineno", "col_offset", "end_lineno", "end_col_offset"]);
  return sort === "pattern" ? { _attributes } : { _attributes, end_lineno: w_None, end_col_offset: w_None };
}

/** `Name(identifier id, expr_context ctx)`, as docstrings show kinds. */
function signatureOf(kind: string): string {
  const fields = NODE_SPECS[kind]!.fields;
  if (fields.length === 0) return kind;
  return `${kind}(${fields.map(([name, type]) => `${type.replace("?*", "*")} ${name}`).join(", ")})`;
}

function kindOfField(type: string): FieldKind {
  switch (type.replace(/[?*]/g, "")) {
    case "identifier":
      return FieldKind.Identifier;
    case "string":
      return FieldKind.Text;
    case "int":
      return FieldKind.Int;
    case "constant":
      return FieldKind.Constant;
  }
  return type.replace(/[?*]/g, "") in ENUM_SORTS ? FieldKind.Enum : FieldKind.Node;
}

const SORTS: Map<string, AstSort> = new Map();

/** Sorts of several kinds, or of one kind of another name, have a class of their own. */
function makeSort(name: string, kinds: readonly string[]): void {
  const isProduct = kinds.length === 1 && kinds[0] === name;
  const w_type = astClass(name);
  SORTS.set(name, new AstSort(name, w_type, LOCATED_SORTS.has(name), isProduct));
  if (isProduct) return;
  const shown = kinds.map((kind) => kind in NODE_SPECS ? signatureOf(kind) : kind);
  const isFlat = name in ENUM_SORTS;
  const doc = `${name} = ${shown.join(isFlat ? " | " : `\n${" ".repeat(name.length + 1)}| `)}`;
  describe(w_type, astType, doc, [], locationConstants(name));
}

function makeKind(name: string, sortName: string): void {
  const sort = SORTS.get(sortName)!;
  const w_type = sort.isProduct ? sort.w_type : astClass(name);
  const isEnum = sortName in ENUM_SORTS;
  const kind = new AstKind(internRts(name), w_type, sort, isEnum ? new W_Instance(w_type.instanceMap) : null);
  sort.kinds.push(kind);
  KINDS.set(kind.name, kind);
  KINDS_BY_CLASS.set(w_type, kind);
  const specs = isEnum ? [] : NODE_SPECS[name]!.fields;
  const extra: Record<string, W_Root> = sort.isProduct ? locationConstants(sortName) : {};
  for (const [field, type] of specs) {
    const isList = type.endsWith("*");
    const isOptional = type.endsWith("?");
    kind.fields.push(new AstField(internRts(field), kindOfField(type), isList, isOptional));
    if (isOptional) extra[field] = w_None;
  }
  const doc = isEnum ? name : signatureOf(name);
  describe(w_type, sort.isProduct ? astType : sort.w_type, doc, specs.map(([field]) => field), extra);
}

function makeAll(): void {
  const bySort: Map<string, string[]> = new Map();
  for (const [kind, { sort }] of Object.entries(NODE_SPECS)) {
    if (!bySort.has(sort)) bySort.set(sort, []);
    bySort.get(sort)!.push(kind);
  }
  for (const [sort, kinds] of Object.entries(ENUM_SORTS)) bySort.set(sort, [...kinds]);
  for (const [sort, kinds] of bySort) {
    makeSort(sort, kinds);
    for (const kind of kinds) makeKind(kind, sort);
  }
  for (const kind of KINDS.values()) {
    if (!(kind.name.toRts() in NODE_SPECS)) continue;
    NODE_SPECS[kind.name.toRts()]!.fields.forEach(([, type], i) => {
      kind.fields[i]!.sort = SORTS.get(type.replace(/[?*]/g, "")) ?? null;
    });
  }
}

makeAll();

/** The sort `mod` by the mode of `compile()`. */
export const ROOT_KINDS: Map<string, AstKind> = new Map<string, AstKind>();
for (
  const [mode, kind] of [["exec", "Module"], ["eval", "Expression"], ["single", "Interactive"], [
    "func_type",
    "FunctionType",
  ]]
) {
  ROOT_KINDS.set(mode!, KINDS.get(internRts(kind!))!);
}
