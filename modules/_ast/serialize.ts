/**
 * Serialized trees for the compiler, made of `ast` objects, with CPython's complaints about what is missing or of a
 * wrong class. What only the whole tree can tell is left to the compiler.
 */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { getattrOrNull } from "../../core/objspace/attributes.ts";
import { type } from "../../core/objspace/call.ts";
import {
  operationError,
  overflowError,
  runtimeError,
  typeError,
  typeName,
  valueError,
} from "../../core/objspace/errors.ts";
import { recursionErrorType } from "../../core/objspace/exception_types.ts";
import { newInt32, W_Bool, W_Int, W_Integer } from "../../core/objspace/int.ts";
import { isinstance } from "../../core/objspace/isinstance.ts";
import { newEmptyList, W_List } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_Ellipsis, w_None } from "../../core/objspace/singletons.ts";
import { fixedItems } from "../../core/objspace/iteration.ts";
import { reprText } from "../../core/objspace/text.ts";
import { newTuple, type W_Tuple } from "../../core/objspace/tuple.ts";
import {
  boolType,
  bytesType,
  complexType,
  floatType,
  frozensetType,
  intType,
  strType,
  tupleType,
} from "../../core/objspace/types.ts";
import {
  type AstField,
  type AstKind,
  type AstSort,
  FieldKind,
  KINDS_BY_CLASS,
  POSITIONS,
  ROOT_KINDS,
} from "./classes.ts";

/** Deepest tree. */
const MAX_DEPTH: i32 = 3000;

class Serializer {
  private depth: i32 = 0;

  /** A node of a sort; null where it is None. */
  node(w_node: W_Root, sort: AstSort): W_Root {
    if (w_node === w_None && !sort.isProduct) return w_None;
    if (this.depth > MAX_DEPTH) {
      throw operationError(
        recursionErrorType,
        `maximum recursion depth exceeded while traversing '${sort.name}' node`,
      );
    }
    this.depth++;
    const w_result = sort.isProduct ? this.product(w_node, sort) : this.sum(w_node, sort);
    this.depth--;
    return w_result;
  }

  /** Of a sort with several kinds: the place comes first. */
  private sum(w_node: W_Root, sort: AstSort): W_Root {
    const place = sort.isLocated ? placeOf(w_node, sort) : null;
    const kind = kindOf(w_node, sort);
    return this.tuple(w_node, kind, place);
  }

  private product(w_node: W_Root, sort: AstSort): W_Root {
    const kind = sort.kinds[0]!;
    const w_tuple = this.tuple(w_node, kind, null);
    if (!sort.isLocated) return w_tuple;
    const items = (w_tuple as W_Tuple).items;
    const place = placeOf(w_node, sort);
    const all = newFixedArray<W_Root>(items.length + 4, w_None);
    for (let i: i32 = 0; i < items.length; i++) all[i] = items[i];
    for (let i: i32 = 0; i < 4; i++) all[items.length + i] = place[i];
    return newTuple(all);
  }

  private tuple(w_node: W_Root, kind: AstKind, place: FixedArray<W_Root> | null): W_Root {
    const fields = kind.fields;
    const items = newFixedArray<W_Root>(1 + fields.length + (place === null ? 0 : 4), w_None);
    items[0] = kind.name;
    for (let i: i32 = 0; i < fields.length; i++) items[i + 1] = this.field(w_node, kind, fields[i]!);
    for (let i: i32 = 0; i < fields.length; i++) checkRequired(items[i + 1], kind, fields[i]!);
    if (place !== null) {
      for (let i: i32 = 0; i < 4; i++) items[fields.length + 1 + i] = place[i];
    }
    return newTuple(items);
  }

  private field(w_node: W_Root, kind: AstKind, field: AstField): W_Root {
    const w_value = getattrOrNull(w_node, field.name);
    if (w_value === null) {
      if (field.isOptional) return absent(field);
      throw typeError(`required field "${field.name.toRts()}" missing from ${kind.name.toRts()}`);
    }
    if (!field.isList) {
      return field.isOptional && w_value === w_None ? absent(field) : this.item(w_value, field);
    }
    if (!(w_value instanceof W_List)) {
      throw typeError(
        `${kind.name.toRts()} field "${field.name.toRts()}" must be a list, not a ${typeName(w_value)}`,
      );
    }
    return this.list(w_value, kind, field);
  }

  private list(w_items: W_List, kind: AstKind, field: AstField): W_Root {
    const length = w_items.length;
    const w_list = newEmptyList(length);
    for (let i: i32 = 0; i < length; i++) {
      w_list.append(this.item(w_items.getItem(i), field));
      if (w_items.length !== length) {
        throw runtimeError(
          `${kind.name.toRts()} field "${field.name.toRts()}" changed size during iteration`,
        );
      }
    }
    return w_list;
  }

  private item(w_value: W_Root, field: AstField): W_Root {
    switch (field.kind) {
      case FieldKind.Node:
        return this.node(w_value, field.sort!);
      case FieldKind.Enum:
        return kindOf(w_value, field.sort!).name;
      case FieldKind.Identifier:
        if (w_value !== w_None && type(w_value) !== strType) {
          throw typeError("AST identifier must be of type str");
        }
        return w_value;
      case FieldKind.Text:
        if (type(w_value) !== strType && type(w_value) !== bytesType) {
          throw typeError("AST string must be of type str");
        }
        return w_value;
      case FieldKind.Int:
        return integer(w_value);
      default:
        checkConstant(w_value);
        return w_value;
    }
  }
}

/** What stands for a field that is not given. */
function absent(field: AstField): W_Root {
  return field.kind === FieldKind.Int ? newInt32(0) : w_None;
}

/** Throws ValueError for None where there must be a node or a name. */
function checkRequired(w_value: W_Root, kind: AstKind, field: AstField): void {
  if (w_value !== w_None || field.isOptional || field.isList || field.kind === FieldKind.Constant) return;
  throw valueError(`field '${field.name.toRts()}' is required for ${kind.name.toRts()}`);
}

function integer(w_value: W_Root): W_Root {
  if (!(w_value instanceof W_Integer)) throw valueError(`invalid integer value: ${reprText(w_value)}`);
  if (!w_value.fitsI64() || w_value.asI64() > 0x7fffffffn || w_value.asI64() < -0x80000000n) {
    throw overflowError("Python int too large to convert to C int");
  }
  return w_value instanceof W_Int ? w_value : w_value.plain();
}

/** The four positions of a node. */
function placeOf(w_node: W_Root, sort: AstSort): FixedArray<W_Root> {
  const place = newFixedArray<W_Root>(4, w_None);
  for (let i: i32 = 0; i < 4; i++) {
    const w_value = getattrOrNull(w_node, POSITIONS[i]);
    const mayMiss = i >= 2 && !sort.needsEnd;
    if (w_value === null && !mayMiss) {
      throw typeError(`required field "${POSITIONS[i].toRts()}" missing from ${sort.name}`);
    }
    place[i] = w_value === null || (mayMiss && w_value === w_None) ? newInt32(0) : integer(w_value);
  }
  return place;
}

/** The kind that an object is of. Throws TypeError when it is of none of the sort. */
function kindOf(w_node: W_Root, sort: AstSort): AstKind {
  const exact = KINDS_BY_CLASS.get(type(w_node)) ?? null;
  if (exact !== null && exact.sort === sort) return exact;
  for (let i = 0; i < sort.kinds.length; i++) {
    if (isinstance(w_node, sort.kinds[i]!.w_type)) return sort.kinds[i]!;
  }
  throw typeError(`expected some sort of ${sort.name}, but got ${reprText(w_node)}`);
}

/** Throws TypeError for objects that no literal means. */
function checkConstant(w_value: W_Root): void {
  if (w_value === w_None || w_value === w_Ellipsis || w_value instanceof W_Bool) return;
  const w_type = type(w_value);
  if (
    w_type === strType || w_type === intType || w_type === floatType || w_type === complexType ||
    w_type === bytesType || w_type === boolType
  ) {
    return;
  }
  if (w_type !== tupleType && w_type !== frozensetType) {
    throw typeError(`got an invalid type in Constant: ${typeName(w_value)}`);
  }
  const items = fixedItems(w_value);
  for (let i: i32 = 0; i < items.length; i++) checkConstant(items[i]);
}

/** The serialized form of a tree. Throws TypeError and ValueError for what is no tree of the mode. */
export function serializeAst(w_node: W_Root, mode: string): W_Root {
  const root = ROOT_KINDS.get(mode)!;
  if (!isinstance(w_node, root.w_type)) {
    throw typeError(`expected ${root.name.toRts()} node, got ${typeName(w_node)}`);
  }
  return new Serializer().node(w_node, root.sort);
}
